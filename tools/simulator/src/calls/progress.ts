import { postCallback } from "../webhooks/outbox.ts";
import type { Call, ProgressEvent } from "./call.ts";
import { callParams } from "./call-params.ts";
import type { CallContext } from "./line.ts";

export function reportProgress(ctx: CallContext, call: Call, event: ProgressEvent): void {
	if (!call.progress?.events.includes(event)) return;
	const params = { ...callParams(ctx, call), ...progressParams(call.progress.next), ...endParams(call) };
	call.progress.next += 1;
	ctx.calls.save(call);
	const { url, method } = call.progress;
	postCallback(ctx, { aboutSid: call.sid, kind: "status", method, url, params });
}

export function reportEndToNumber(ctx: CallContext, call: Call): void {
	const number = call.numberSid ? ctx.numbers.find(call.numberSid) : null;
	if (!number?.statusCallback) return;
	const params = { ...callParams(ctx, call), ...progressParams(0), ...endParams(call) };
	const { statusCallback: url, statusCallbackMethod: method } = number;
	postCallback(ctx, { aboutSid: call.sid, kind: "status", method, url, params });
}

function progressParams(sequence: number): Record<string, string> {
	return {
		CallbackSource: "call-progress-events",
		SequenceNumber: String(sequence),
		Timestamp: new Date().toUTCString().replace("GMT", "+0000"),
	};
}

/** CallDuration is sent with `completed` only. Duration is in minutes. */
function endParams(call: Call): Record<string, string> {
	if (call.status !== "completed" || call.durationSeconds === null) return {};
	return {
		CallDuration: String(call.durationSeconds),
		Duration: String(Math.ceil(call.durationSeconds / 60)),
	};
}
