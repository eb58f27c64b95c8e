import { note } from "../timeline/timeline.ts";
import type { Call, FinalStatus } from "./call.ts";
import { carryOutHangupPlan } from "./carry-out-hangup-plan.ts";
import type { CallContext } from "./line.ts";
import { reportEndToNumber, reportProgress } from "./progress.ts";

interface CallEnd {
	status: FinalStatus;
	why: string;
	at: number;
	atClockMilliseconds: number;
}

/** Takes no line, because a call that a restart has cut off has none. */
export function concludeCall(
	ctx: CallContext,
	call: Call,
	{ status, why, at, atClockMilliseconds }: CallEnd,
): void {
	const plan = call.hangupPlan;
	call.status = status;
	call.endedAt = at;
	call.durationSeconds =
		call.answeredClockMs === null
			? 0
			: Math.max(1, Math.round((atClockMilliseconds - call.answeredClockMs) / 1000));
	call.waitingFor = null;
	call.hangupPlan = null;
	ctx.calls.save(call);
	note(ctx, call.sid, {
		kind: "status",
		text: `${status}: ${why}`,
		detail: { status, durationSeconds: call.durationSeconds },
	});
	if (plan) carryOutHangupPlan(ctx, call, plan, atClockMilliseconds);
	reportProgress(ctx, call, "completed");
	reportEndToNumber(ctx, call);
}
