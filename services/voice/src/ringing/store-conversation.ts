import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import { endOfRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { tryToStorePlan } from "../history/store-plan.ts";

/** For the fallback: that two people spoke is reported once, to the webhook that failed. */
export async function storeConversation(
	ctx: Context,
	call: CallWebhook,
	ext: string,
	result: RingResult,
): Promise<void> {
	const plan = endOfRinging(ext, result);
	if (plan) await tryToStorePlan(ctx, call, plan, ctx.now());
}
