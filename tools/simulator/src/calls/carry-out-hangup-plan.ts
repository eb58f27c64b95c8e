import { finishRecording, recordParams } from "../recordings/finish-recording.ts";
import type { RecordingContext } from "../recordings/recording-context.ts";
import { postCallback } from "../webhooks/outbox.ts";
import type { Call } from "./call.ts";
import { callParams } from "./call-params.ts";
import { dialParams } from "./dial-result.ts";
import type { HangupPlan } from "./hangup-plan.ts";
import { queueResultParams } from "./queue-result.ts";

export function carryOutHangupPlan(
	ctx: RecordingContext,
	call: Call,
	plan: HangupPlan,
	atClockMs: number,
): void {
	const params = planParams(ctx, call, plan, atClockMs);
	if (!plan.action) return;
	const { url, method } = plan.action;
	const all = { ...callParams(ctx, call), ...params };
	postCallback(ctx, { aboutSid: call.sid, kind: "action", method, url, params: all });
}

function planParams(
	ctx: RecordingContext,
	call: Call,
	plan: HangupPlan,
	atClockMs: number,
): Record<string, string> {
	switch (plan.verb) {
		case "record":
			return recordParams(ctx, finishRecording(ctx, call, plan, atClockMs), "hangup");
		case "dial":
			return dialParams(ctx, call, plan, atClockMs);
		case "enqueue":
			return queueResultParams(plan, plan.result, atClockMs);
	}
}
