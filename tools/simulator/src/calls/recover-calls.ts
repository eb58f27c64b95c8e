import type { Exchange } from "../exchange.ts";
import { concludeCall } from "./conclude-call.ts";
import { noteWarning } from "./timeline.ts";

/** Ends the calls that were in progress when the network was killed, as a line that drops does. */
export function recoverCalls(exchange: Exchange): void {
	const unfinished = exchange.calls.list([["doc ->> 'endedAt' IS NULL"]]).reverse();
	for (const call of unfinished) {
		const lastSeenAt = lastNoteAt(exchange, call.sid) ?? call.createdAt;
		const lastSeenClockMs = exchange.clock.now() - (Date.now() - lastSeenAt) * exchange.clock.speed;
		noteWarning(exchange, call.sid, null, "the simulated network was restarted: the line dropped");
		const status = call.answeredAt === null ? "failed" : "completed";
		concludeCall(exchange, call, status, "the line dropped", lastSeenAt, lastSeenClockMs);
	}
}

function lastNoteAt(exchange: Exchange, callSid: string): number | null {
	const [row] = exchange.sql
		.exec<{ at: number | null }>("SELECT max(at) AS at FROM timeline WHERE call_sid = ?", callSid)
		.toArray();
	return row?.at ?? null;
}
