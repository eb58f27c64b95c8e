import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import type { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import type { Person } from "@cloudpbx/contracts/calls/voice-input";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { callEvent } from "../domain/call/live-events.ts";
import { ringOwnPhones } from "./ring-own-phones.ts";
import { type StartedCallOut, startCallOut } from "./start-call-out.ts";

/** The carrier may be slow: it is asked after the answer. */
export async function placeCallOut(
	ctx: Context,
	wish: CallOut,
	person: Person,
): Promise<Result<CallOutProgress>> {
	const started = await startCallOut(ctx, wish, person);
	if (!started.ok) return started;
	const { progress, legs } = started.value;
	if (legs.length > 0) {
		const { id: callId, to: from, from: to } = progress;
		ctx.announce([{ kind: "call", callId, from, to, status: "ringing" }]);
		ctx.later(ring(ctx, started.value));
	}
	return accept(progress);
}

async function ring(ctx: Context, started: StartedCallOut): Promise<void> {
	try {
		const row = await ringOwnPhones(ctx, started);
		if (row) ctx.announce([callEvent(row)]);
	} catch (error) {
		log.error("call_out_not_rung", { callId: started.progress.id, reason: describeError(error) });
	}
}
