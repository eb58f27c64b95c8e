import type { Exchange } from "../context.ts";
import { finishRecording, type RecordPlan, recordParams } from "../recordings/finish-recording.ts";
import { postCallback } from "../webhooks/outbox.ts";
import type { HttpMethod } from "../webhooks/request.ts";
import type { Call } from "./call.ts";
import { callParams } from "./call-params.ts";
import { type DialPlan, dialParams } from "./dial-result.ts";

export interface Action {
	url: string;
	method: HttpMethod;
}

export interface EnqueuePlan {
	verb: "enqueue";
	action: Action | null;
	queueSid: string;
	joinedClockMs: number;
	result: "hangup" | "bridged";
}

/**
 * What a running verb owes the application if the call ends now. It is data, not code, because it must also be
 * carried out for calls that a restart of the network cut off.
 */
export type HangupPlan = RecordPlan | DialPlan | EnqueuePlan;

export function carryOutHangupPlan(
	exchange: Exchange,
	call: Call,
	plan: HangupPlan,
	atClockMs: number,
): void {
	const params = planParams(exchange, call, plan, atClockMs);
	if (!plan.action) return;
	const { url, method } = plan.action;
	const all = { ...callParams(exchange, call), ...params };
	postCallback(exchange, { aboutSid: call.sid, kind: "action", method, url, params: all });
}

function planParams(
	exchange: Exchange,
	call: Call,
	plan: HangupPlan,
	atClockMs: number,
): Record<string, string> {
	switch (plan.verb) {
		case "record":
			return recordParams(exchange, finishRecording(exchange, call, plan, atClockMs), "hangup");
		case "dial":
			return dialParams(exchange, call, plan, atClockMs);
		case "enqueue":
			return queueResultParams(plan, plan.result, atClockMs);
	}
}

export function queueResultParams(
	plan: EnqueuePlan,
	result: string,
	atClockMs: number,
): Record<string, string> {
	return {
		QueueResult: result,
		QueueSid: plan.queueSid,
		QueueTime: String(Math.round((atClockMs - plan.joinedClockMs) / 1000)),
	};
}
