import { type LiveEvent, type LiveListener, topicOfKind } from "@cloudpbx/contracts/news/live";

/** Whether a listener receives an event: it receives events only of data that it may read. */
export function hears(
	{ topics, voicemail }: Pick<LiveListener, "topics" | "voicemail">,
	event: LiveEvent,
): boolean {
	if (!topics.includes(topicOfKind[event.kind])) return false;
	if (event.kind !== "voicemail" || voicemail === "all") return true;
	const { extensionId } = event;
	// A socket that was opened before a deployment knows no groups.
	const { groupIds = [] }: { groupIds?: readonly string[] } = voicemail;
	return extensionId !== null && (extensionId === voicemail.extensionId || groupIds.includes(extensionId));
}
