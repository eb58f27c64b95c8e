import { openDb } from "@cloudpbx/db/open-db";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { endCall } from "@cloudpbx/twilio/rest/place-call";
import { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { Hono } from "hono/tiny";
import { confirmCallOut } from "../calls-out/confirm-call-out.ts";
import { endOwnLeg, finishCallOut, noteAnswered } from "../calls-out/follow-call-out.ts";
import { carrierOf } from "../carrier.ts";
import { unpackWords } from "../domain/call/call-paths.ts";
import { callEvent } from "../domain/call/live-events.ts";
import { announceCallee, type OwnLeg, tellCallIsOver } from "../domain/calls-out/after-call-out.ts";
import { endLeg, isTaking } from "../domain/ringing/screen-leg.ts";
import { type Door, keyOf, ringResultOf, twiml, type VoiceContext } from "./door.ts";

const methods = ["GET", "POST"];
const leg = "/ivr/out/:call{call_[0-9a-f]{32}}/:position{[0-9]}";

/** The webhooks of calls out. They are about a telephone that we rang: of the call they know what stands in their address. */
export const callsOut = new Hono<Door>({ strict: false });

callsOut.on(methods, `${leg}/screen/:label{[A-Za-z0-9_-]+}`, (c) => {
	const label = unpackWords(c.req.param("label"));
	return twiml(c, label === null ? tellCallIsOver() : announceCallee(legOf(c), label));
});

callsOut.on(methods, `${leg}/key`, async (c) => {
	if (!isTaking(keyOf(c))) return twiml(c, endLeg());
	const { carrierId } = CallWebhook.parse(c.get("params"));
	const { steps, row, others } = await confirmCallOut(openDb(c.env.DB), legOf(c), carrierId, new Date());
	tell(c, row);
	const carrier = openCarrier(carrierOf(c.env));
	for (const other of others) c.executionCtx.waitUntil(endCall(carrier, other));
	return twiml(c, steps);
});

callsOut.on(methods, `${leg}/answered`, async (c) => {
	// Of the callee's line: the own telephone's is its parent.
	const { ParentCallSid = "" } = c.get("params");
	tell(c, await noteAnswered(openDb(c.env.DB), legOf(c).callId, ParentCallSid, new Date()));
	return c.body(null, 204);
});

callsOut.on(methods, `${leg}/result`, async (c) => {
	const params = c.get("params");
	const call = CallWebhook.parse(params);
	const result = ringResultOf(call, params);
	const db = openDb(c.env.DB);
	const { steps, row } = await finishCallOut(db, legOf(c), call.carrierId, result, new Date());
	tell(c, row);
	return twiml(c, steps);
});

callsOut.on(methods, `${leg}/status`, async (c) => {
	const { carrierId, status } = CallWebhook.parse(c.get("params"));
	tell(c, await endOwnLeg(openDb(c.env.DB), legOf(c), { carrierId, status }, new Date()));
	return c.body(null, 204);
});

function legOf(c: VoiceContext): OwnLeg {
	const { call, position } = c.req.param() as { call: string; position: string };
	return { callId: call, position: Number(position) };
}

function tell(c: VoiceContext, row: Parameters<typeof callEvent>[0] | null): void {
	if (row) c.set("news", [callEvent(row)]);
}
