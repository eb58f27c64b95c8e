import type { NoticeKind } from "@cloudpbx/contracts/words/notice-kinds";

/** A recording may still be announced after the call's end; then it is no missed call. */
const missedGraceSeconds = 10;
/** How long a voicemail waits for its transcript. */
const transcriptWaitSeconds = 120;

/** When somebody is told, by day. `isTranscriptOpen`: a voicemail's words may still come. */
export function planDue(kind: NoticeKind, happenedAt: Date, isTranscriptOpen: boolean): Date {
	const waitSeconds =
		kind === "missedCall"
			? missedGraceSeconds
			: kind === "voicemail" && isTranscriptOpen
				? transcriptWaitSeconds
				: 0;
	return new Date(happenedAt.getTime() + waitSeconds * 1000);
}
