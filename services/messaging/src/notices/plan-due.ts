import type { NoticeKind } from "@cloudpbx/contracts/words/notice-kinds";

/** A recording may be announced after the call's end; then the call is not missed. */
const missedGraceSeconds = 10;
const transcriptWaitSeconds = 120;

/** The instant by day. `isTranscriptOpen`: the transcript may still arrive. */
export function planDue(kind: NoticeKind, happenedAt: Date, isTranscriptOpen: boolean): Date {
	const waitSeconds =
		kind === "missedCall"
			? missedGraceSeconds
			: kind === "voicemail" && isTranscriptOpen
				? transcriptWaitSeconds
				: 0;
	return new Date(happenedAt.getTime() + waitSeconds * 1000);
}
