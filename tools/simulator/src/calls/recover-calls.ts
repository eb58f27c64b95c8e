import { readSetting, writeSetting } from "../storage/settings.ts";
import { noteWarning } from "../timeline/timeline.ts";
import { concludeCall } from "./conclude-call.ts";
import type { CallContext } from "./line.ts";

/** Ends the calls that were in progress when the network was killed, as dropped lines. */
export function recoverCalls(ctx: CallContext): void {
	const aliveAt = readSetting<number>(ctx.sql, "aliveAt") ?? 0;
	const unfinished = ctx.calls.list([["doc ->> 'endedAt' IS NULL"]]).reverse();
	for (const call of unfinished) {
		const lastSeenAt = Math.max(lastNoteAt(ctx, call.sid) ?? call.createdAt, aliveAt);
		const lastSeenClockMilliseconds = ctx.clock.now() - (Date.now() - lastSeenAt) * ctx.clock.speed;
		noteWarning(ctx, call.sid, null, "the simulated network was restarted: the line dropped");
		const status = call.answeredAt === null ? "failed" : "completed";
		concludeCall(ctx, call, {
			status,
			why: "the line dropped",
			at: lastSeenAt,
			atClockMilliseconds: lastSeenClockMilliseconds,
		});
	}
}

/** Stores that the network lives, while work is under way: the end of a call that was cut off. */
export function storeAliveAt(ctx: CallContext): void {
	writeSetting(ctx.sql, "aliveAt", Date.now());
}

function lastNoteAt(ctx: CallContext, callSid: string): number | null {
	const [row] = ctx.sql
		.exec<{ at: number | null }>("SELECT max(at) AS at FROM timeline WHERE call_sid = ?", callSid)
		.toArray();
	return row?.at ?? null;
}
