import type { Exchange } from "../context.ts";
import { note } from "../timeline/timeline.ts";
import type { Call, FinalStatus } from "./call.ts";
import { carryOutHangupPlan } from "./hangup-plan.ts";
import { reportEndToNumber, reportProgress } from "./progress.ts";

/**
 * Writes down that a call is over, does what its running verb owes the application, and reports the end.
 * Needs no line, so that calls which a restart cut off end in the same way.
 */
export function concludeCall(
	exchange: Exchange,
	call: Call,
	status: FinalStatus,
	why: string,
	atMs: number,
	atClockMs: number,
): void {
	const plan = call.hangupPlan;
	call.status = status;
	call.endedAt = atMs;
	call.durationSeconds =
		call.answeredClockMs === null ? 0 : Math.max(1, Math.round((atClockMs - call.answeredClockMs) / 1000));
	call.waitingFor = null;
	call.hangupPlan = null;
	exchange.calls.save(call);
	note(exchange, call.sid, "status", `${status}: ${why}`, { status, durationSeconds: call.durationSeconds });
	if (plan) carryOutHangupPlan(exchange, call, plan, atClockMs);
	reportProgress(exchange, call, "completed");
	reportEndToNumber(exchange, call);
}
