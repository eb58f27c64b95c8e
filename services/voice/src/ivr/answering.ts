import { StatusWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { answerCall } from "../answering/answer-call.ts";
import { closeCall } from "../answering/close-call.ts";
import { callOf, type Routes } from "./door.ts";

export const answering: Routes = {
	"/ivr/inbound": async (ctx, c) => (await answerCall(ctx, callOf(c))).steps,

	"/ivr/status": async (ctx, c) => {
		const { durationSeconds } = StatusWebhook.parse(c.get("params"));
		await closeCall(ctx, callOf(c), durationSeconds, ctx.now());
		return null;
	},
};
