import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { CallStep } from "@cloudpbx/domain/call-step";
import { renderCallSteps } from "@cloudpbx/twilio/render-call-steps";
import { type CallWebhook, DialWebhook, GatherWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { RingResult } from "../domain/ringing/after-ringing.ts";
import { replaceMissingSounds } from "../greetings/replace-missing-sounds.ts";

/** What a webhook's handler finds in its context, once its signature is checked. */
export type Door = {
	Bindings: VoiceEnv;
	Variables: RequestIdVariables & {
		params: Record<string, string>;
		/** What looks different by this webhook, besides its call. */
		news: LiveEvent[];
	};
};
export type VoiceContext = Context<Door>;

export async function twiml(c: VoiceContext, steps: readonly CallStep[]): Promise<Response> {
	const heard = await replaceMissingSounds(c.env.VOICEMAIL_AUDIO, steps);
	return c.body(renderCallSteps(heard, c.env.PUBLIC_URL), 200, { "content-type": "text/xml; charset=utf-8" });
}

export function keyOf(c: VoiceContext): string {
	return GatherWebhook.parse(c.get("params")).digits;
}

export function ringResultOf(call: CallWebhook, params: Record<string, string>): RingResult {
	return { ...DialWebhook.parse(params), isCallerPresent: isOnLine(call.status) };
}

/** A caller who leaves while it rings is reported as completed, or as canceled when nobody had answered yet. */
export function isOnLine(status: CallWebhook["status"]): boolean {
	return status === "in_progress" || status === "ringing";
}
