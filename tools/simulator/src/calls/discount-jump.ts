import type { Line } from "./line.ts";

/**
 * Takes the rest of a clock jump, after a limit at this network time, out of the length of the call and of the
 * calls linked to it. No effect when the limit came in time.
 */
export function discountJump(line: Line, endedClockMilliseconds: number): void {
	const { clock, calls } = line.ctx;
	const lateMilliseconds = clock.now() - endedClockMilliseconds;
	if (lateMilliseconds <= 0) return;
	for (const { call, hasEnded } of [line, line.onward, line.origin].filter((one) => one !== null)) {
		if (hasEnded || call.answeredClockMs === null) continue;
		call.answeredClockMs += lateMilliseconds;
		calls.save(call);
	}
}
