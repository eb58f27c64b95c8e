import type { Exchange } from "../context.ts";
import { readSetting, writeSetting } from "../storage/settings.ts";
import { noteWarning } from "../timeline/timeline.ts";
import { concludeCall } from "./conclude-call.ts";

/** Ends the calls that were in progress when the network was killed, as a line that drops does. */
export function recoverCalls(exchange: Exchange): void {
	const aliveAt = readSetting<number>(exchange.sql, "aliveAt") ?? 0;
	const unfinished = exchange.calls.list([["doc ->> 'endedAt' IS NULL"]]).reverse();
	for (const call of unfinished) {
		const lastSeenAt = Math.max(lastNoteAt(exchange, call.sid) ?? call.createdAt, aliveAt);
		const lastSeenClockMs = exchange.clock.now() - (Date.now() - lastSeenAt) * exchange.clock.speed;
		noteWarning(exchange, call.sid, null, "the simulated network was restarted: the line dropped");
		const status = call.answeredAt === null ? "failed" : "completed";
		concludeCall(exchange, call, status, "the line dropped", lastSeenAt, lastSeenClockMs);
	}
}

/** While anything is under way: a call that was cut off ended about then, however quiet it was. */
export function noteLife(exchange: Exchange): void {
	writeSetting(exchange.sql, "aliveAt", Date.now());
}

function lastNoteAt(exchange: Exchange, callSid: string): number | null {
	const [row] = exchange.sql
		.exec<{ at: number | null }>("SELECT max(at) AS at FROM timeline WHERE call_sid = ?", callSid)
		.toArray();
	return row?.at ?? null;
}
