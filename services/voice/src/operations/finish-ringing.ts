import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { afterRinging, endOfRinging, type RingResult } from "../domain/after-ringing.ts";
import type { CallPlan, Extension } from "../domain/call-plan.ts";
import {
	type InstalledSettings,
	readVoiceSettings,
	selectExtension,
	selectVoiceSettings,
} from "./load-directory.ts";
import { selectPickUp } from "./remember-pick-up.ts";
import { rememberPlan } from "./store-call.ts";

/**
 * An extension stopped ringing, for whatever reason. Two round trips: read, write. A conversation that is over, or a
 * caller who is gone, needs nothing read, so that no failure of the database speaks to them.
 */
export async function finishRinging(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	ext: string,
	result: RingResult,
	now: Date,
): Promise<CallPlan> {
	const plan = endOfRinging(ext, result) ?? (await lookUpNext(db, installed, call, ext, result));
	await rememberPlan(db, call, plan, now);
	return plan;
}

async function lookUpNext(
	db: Db,
	installed: InstalledSettings,
	{ callId }: CallWebhook,
	ext: string,
	result: RingResult,
): Promise<CallPlan> {
	const [extensionRows, settingRows, pickUps] = await db.batch([
		selectExtension(db, ext),
		selectVoiceSettings(db),
		selectPickUp(db, callId, result.legId),
	]);
	const extension = extensionRows[0] ?? retired(ext);
	const known = { ...result, isPickedUp: pickUps.length > 0 };
	return afterRinging(extension, known, readVoiceSettings(settingRows, installed));
}

/** Deactivated while it rang: the caller may still leave a message, which keeps the three keys it was meant for. */
export function retired(ext: string): Extension {
	return { ext, name: "The person you called", forwardTo: null, answerWith: "key" };
}
