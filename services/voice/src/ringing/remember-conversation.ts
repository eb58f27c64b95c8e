import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { endOfRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { rememberPlan } from "../history/store-call.ts";

/** That two people spoke is said once, to the webhook of the ringing's end: for the fallback that stands in when it failed. */
export async function rememberConversation(
	db: Db,
	call: CallWebhook,
	ext: string,
	result: RingResult,
	now: Date,
): Promise<void> {
	const plan = endOfRinging(ext, result);
	if (plan) await rememberPlan(db, call, plan, now);
}
