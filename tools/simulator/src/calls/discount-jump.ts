import type { Line } from "./line.ts";

/**
 * A limit ended at this network time, but the clock had jumped past it: what is left of the jump counts for no
 * length of the call, nor of the calls that it continues or that continue it. Nothing happens when it came in time.
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
