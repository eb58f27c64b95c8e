import { endCall } from "@cloudpbx/twilio/rest/place-call";
import { readParentCall } from "@cloudpbx/twilio/voice-params";
import { confirmCallOut } from "../calls-out/confirm-call-out.ts";
import { endOwnLeg, finishCallOut, noteAnswered } from "../calls-out/follow-call-out.ts";
import { unpackWords } from "../domain/call/call-paths.ts";
import { callEvent } from "../domain/call/live-events.ts";
import { announceCallee, type OwnLeg, tellCallIsOver } from "../domain/calls-out/after-call-out.ts";
import { endLeg, isTaking } from "../domain/ringing/screen-leg.ts";
import { callOf, type IvrContext, keyOf, type Routes, ringResultOf } from "./door.ts";

const legPath = "/ivr/out/:call{call_[0-9a-f]{32}}/:position{[0-9]}";

/** Their webhooks are about a telephone that we rang; the path names the call. */
export const callsOut: Routes = {
	[`${legPath}/screen/:label{[A-Za-z0-9_-]+}`]: (_, c) => {
		const label = unpackWords(c.req.param("label") ?? "");
		return label === null ? tellCallIsOver() : announceCallee(legOf(c), label);
	},

	[`${legPath}/key`]: async (ctx, c) => {
		if (!isTaking(keyOf(c))) return endLeg();
		const { steps, row, others } = await confirmCallOut(ctx, legOf(c), callOf(c).carrierId);
		announceRow(c, row);
		for (const other of others) ctx.later(endCall(ctx.carrier, other));
		return steps;
	},

	[`${legPath}/answered`]: async (ctx, c) => {
		// About the callee's line: the own telephone's is its parent.
		announceRow(c, await noteAnswered(ctx, legOf(c).callId, readParentCall(c.get("params"))));
		return null;
	},

	[`${legPath}/result`]: async (ctx, c) => {
		const call = callOf(c);
		const result = ringResultOf(call, c.get("params"));
		const { steps, row } = await finishCallOut(ctx, legOf(c), call.carrierId, result);
		announceRow(c, row);
		return steps;
	},

	[`${legPath}/status`]: async (ctx, c) => {
		const { carrierId, status } = callOf(c);
		announceRow(c, await endOwnLeg(ctx, legOf(c), { carrierId, status }));
		return null;
	},
};

function legOf(c: IvrContext): OwnLeg {
	const { call, position } = c.req.param() as { call: string; position: string };
	return { callId: call, position: Number(position) };
}

function announceRow(c: IvrContext, row: Parameters<typeof callEvent>[0] | null): void {
	if (row) c.set("news", [callEvent(row)]);
}
