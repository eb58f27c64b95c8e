import type { Message } from "@cloudpbx/contracts/texts/messages";

/** Longest time after a contact's text in which the assistant may still be composing; by then it has answered or given up. */
const composingMilliseconds = 20_000;

/** Milliseconds in which an answer of the assistant is still to be expected; 0: none is. */
export function timeToAnswer(
	newest: Pick<Message, "direction" | "createdAt"> | undefined,
	now: number,
): number {
	if (newest?.direction !== "inbound") return 0;
	return Math.max(0, Date.parse(newest.createdAt) + composingMilliseconds - now);
}
