import { type LiveEvent, type LiveListener, topicOfKind } from "@cloudpbx/contracts/news/live";

export function hears(
	{ topics, voicemail }: Pick<LiveListener, "topics" | "voicemail">,
	event: LiveEvent,
): boolean {
	if (!topics.includes(topicOfKind[event.kind])) return false;
	if (event.kind !== "voicemail" || voicemail === "all") return true;
	const { extensionId } = event;
	// A socket from before a deployment has no groups.
	const { groupIds = [] }: { groupIds?: readonly string[] } = voicemail;
	return extensionId !== null && (extensionId === voicemail.extensionId || groupIds.includes(extensionId));
}
