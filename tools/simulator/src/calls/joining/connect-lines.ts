import { note } from "../../timeline/timeline.ts";
import { setWaiting } from "../change-status.ts";
import { excludeClockJump } from "../exclude-clock-jump.ts";
import type { Line } from "../line.ts";
import { raceWithAbort } from "../race-with-abort.ts";

export type BridgeEnd = "far-end-left" | "time-limit" | "star";

/** Ends with the second line, the time limit or `*`. Throws when the first line is interrupted. */
export async function connectLines(
	line: Line,
	other: Line,
	limits: { seconds: number; hangupOnStar: boolean },
	signal: AbortSignal,
): Promise<BridgeEnd> {
	const { clock } = line.ctx;
	const over = new AbortController();
	const { promise: star, resolve: pressStar } = Promise.withResolvers<BridgeEnd>();
	connect(line, other);
	if (limits.hangupOnStar) {
		line.input = { press: (key) => (key === "*" ? pressStar("star") : undefined) };
	}
	const limitClockMilliseconds = clock.now() + limits.seconds * 1000;
	const timeLimit = clock.sleep(limits.seconds * 1000, over.signal).then(
		(): BridgeEnd => "time-limit",
		(): BridgeEnd => "far-end-left",
	);
	try {
		return await raceWithAbort(Promise.race([whenAborted(other.signal), timeLimit, star]), signal);
	} finally {
		for (const one of [line, other]) excludeClockJump(one, limitClockMilliseconds);
		over.abort();
		line.input = null;
		line.partner = null;
		if (other.partner === line) other.partner = null;
	}
}

function connect(line: Line, other: Line): void {
	line.partner = other;
	other.partner = line;
	setWaiting(line, null);
	setWaiting(other, null);
	note(line.ctx, line.call.sid, {
		kind: "status",
		text: `talks with ${other.call.to}`,
		detail: { with: other.call.sid },
	});
	note(other.ctx, other.call.sid, {
		kind: "status",
		text: `talks with ${line.call.from}`,
		detail: { with: line.call.sid },
	});
}

function whenAborted(signal: AbortSignal): Promise<BridgeEnd> {
	if (signal.aborted) return Promise.resolve("far-end-left");
	return new Promise((resolve) =>
		signal.addEventListener("abort", () => resolve("far-end-left"), { once: true }),
	);
}
