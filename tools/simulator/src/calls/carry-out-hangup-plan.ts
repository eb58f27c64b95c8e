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
	atClockMilliseconds: number,
): void {
	const params = planParams(ctx, call, plan, atClockMilliseconds);
	if (!plan.action) return;
	const { url, method } = plan.action;
	const all = { ...callParams(ctx, call), ...params };
	postCallback(ctx, { aboutSid: call.sid, kind: "action", method, url, params: all });
}

function planParams(
	ctx: RecordingContext,
	call: Call,
	plan: HangupPlan,
	atClockMilliseconds: number,
): Record<string, string> {
	switch (plan.verb) {
		case "record":
			return recordParams(ctx, finishRecording(ctx, call, plan, atClockMilliseconds), "hangup");
		case "dial":
			return dialParams(ctx, call, plan, atClockMilliseconds);
		case "enqueue":
			return queueResultParams(plan, plan.result, atClockMilliseconds);
	}
}
