import type { CallStatus } from "@cloudpbx/contracts/calls/calls";

/** Twilio's words (twilio.com/docs/voice/api/call-resource); `initiated` comes in webhooks only. */
const statusWords: Record<string, CallStatus> = {
	queued: "ringing",
	initiated: "ringing",
	ringing: "ringing",
	"in-progress": "in_progress",
	completed: "completed",
	busy: "busy",
	"no-answer": "no_answer",
	canceled: "canceled",
	failed: "failed",
};

/** Null for an unknown word. */
export function readCallStatus(word: string): CallStatus | null {
	return statusWords[word] ?? null;
}
