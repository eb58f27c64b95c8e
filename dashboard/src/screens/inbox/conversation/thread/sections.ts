import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { use } from "../../../../api/resource.ts";
import { can } from "../../../../session/session.ts";
import { isoDay } from "../../../../words/times.ts";
import type { Thread } from "../../domain/thread.ts";
import { buildTimeline, type TimelineSection } from "../../domain/timeline.ts";
import { callsWith, reachBackTo, voicemailsOf } from "../../resources/calls-of-contact.ts";

interface Built {
	thread: Thread;
	calls: readonly CallSummary[];
	voicemails: readonly Voicemail[];
	firstUnreadId: string | null;
	today: string;
	sections: TimelineSection[];
}

let built: Built | null = null;
const none: readonly never[] = [];

/** Returns the same object while nothing changed: a keystroke must not walk ten thousand texts. */
export function sectionsOf(thread: Thread, firstUnreadId: string | null): TimelineSection[] {
	const { from } = thread.conversation;
	const calls = can("calls:read") ? (use(callsWith(from)).data?.items ?? none) : none;
	const voicemails = can("voicemails:read") ? (use(voicemailsOf(from)).data?.items ?? none) : none;
	reachBack(thread);
	const today = isoDay(Date.now());
	const isSame =
		built?.thread === thread &&
		built.calls === calls &&
		built.voicemails === voicemails &&
		built.firstUnreadId === firstUnreadId &&
		built.today === today;
	if (isSame && built) return built.sections;
	const sections = buildTimeline(thread, { calls, voicemails, firstUnreadId, dayOf: isoDay });
	built = { thread, calls, voicemails, firstUnreadId, today, sections };
	return sections;
}

function reachBack({ conversation, pages, olderCursor }: Thread): void {
	const oldest = olderCursor === null ? "" : (pages[0]?.messages[0]?.createdAt ?? "");
	if (can("calls:read")) reachBackTo(callsWith(conversation.from), oldest, ({ startedAt }) => startedAt);
	if (can("voicemails:read"))
		reachBackTo(voicemailsOf(conversation.from), oldest, ({ createdAt }) => createdAt);
}
