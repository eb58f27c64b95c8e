import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import type { MessageRow } from "./message-row.ts";

/** The reason why a text waits for another attempt; null: it does not wait. */
export function explainWaiting({ status, isAttemptOpen, errorCode }: MessageRow): string | null {
	if (status !== "pending" || isAttemptOpen || errorCode === null) return null;
	const { words, isDailyLimit } = explainMessageError(errorCode);
	return isDailyLimit ? `${words} This text waits, and goes out by itself when the limit ends.` : words;
}
