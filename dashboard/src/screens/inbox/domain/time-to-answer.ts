import type { Message } from "@cloudpbx/contracts/texts/messages";

/** After this time the assistant has answered or given up. */
const composingMilliseconds = 20_000;

/** Milliseconds in which the assistant may still answer; 0: none. */
export function timeToAnswer(
	newest: Pick<Message, "direction" | "createdAt"> | undefined,
	now: number,
): number {
	if (newest?.direction !== "inbound") return 0;
	return Math.max(0, Date.parse(newest.createdAt) + composingMilliseconds - now);
}
