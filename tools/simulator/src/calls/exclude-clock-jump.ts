import type { Line } from "./line.ts";

/** Takes what a clock jump has passed after a limit out of the length of the call and its linked calls. */
export function excludeClockJump(line: Line, endedClockMilliseconds: number): void {
	const { clock, calls } = line.ctx;
	const lateMilliseconds = clock.now() - endedClockMilliseconds;
	if (lateMilliseconds <= 0) return;
	for (const { call, hasEnded } of [line, line.onward, line.origin].filter((one) => one !== null)) {
		if (hasEnded || call.answeredClockMs === null) continue;
		call.answeredClockMs += lateMilliseconds;
		calls.save(call);
	}
}
