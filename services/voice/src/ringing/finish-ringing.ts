import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { findExtensionOrRetired } from "../domain/office/office.ts";
import { afterRinging, endOfRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { tryToStorePlan } from "../history/store-plan.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";
import { selectPickUps } from "./store-pick-up.ts";

export interface RungKeys {
	ext: string;
	member: string | null;
}

/** Two round trips: read, write. The end of a conversation needs nothing read, so that no failing database speaks to the caller. */
export async function finishRinging(
	ctx: Context,
	call: CallWebhook,
	rung: RungKeys,
	result: RingResult,
): Promise<CallPlan> {
	const at = ctx.now();
	const plan = endOfRinging(rung.ext, result) ?? (await lookUpNext(ctx, { call, at }, rung, result));
	await tryToStorePlan(ctx, call, plan, at);
	return plan;
}

async function lookUpNext(
	ctx: Context,
	{ call, at }: { call: CallWebhook; at: Date },
	{ ext, member }: RungKeys,
	result: RingResult,
): Promise<CallPlan> {
	const { db } = ctx;
	const [officeRows, pickUps] = await db.batch([selectOffice(db), selectPickUps(db, call.callId, ext)]);
	const office = readOffice(ctx, officeRows, at);
	const extension = findExtensionOrRetired(office, ext);
	return afterRinging({ extension, member }, { ...result, isPickedUp: pickUps.length > 0 }, call, office);
}
