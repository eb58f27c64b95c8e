import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import { endOfRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { rememberPlan } from "../history/store-plan.ts";

/** That two people spoke is said once, to the webhook of the ringing's end: for the fallback that stands in when it failed. */
export async function rememberConversation(
	ctx: Context,
	call: CallWebhook,
	ext: string,
	result: RingResult,
): Promise<void> {
	const plan = endOfRinging(ext, result);
	if (plan) await rememberPlan(ctx, call, plan, ctx.now());
}
