import type { Message } from "@cloudpbx/contracts/messaging";

/** So long after a contact's text the assistant may still be composing; it has given up by then, or said something. */
const composingMilliseconds = 20_000;

/** Milliseconds in which an answer of the assistant is still to be expected; 0: none is. */
export function timeToAnswer(
	newest: Pick<Message, "direction" | "createdAt"> | undefined,
	now: number,
): number {
	if (newest?.direction !== "inbound") return 0;
	return Math.max(0, Date.parse(newest.createdAt) + composingMilliseconds - now);
}
