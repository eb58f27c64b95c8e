import type { Db } from "@cloudpbx/db/open-db";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import type { LegWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type Leg, pickedUp, pickedUpSteps, taken } from "../domain/ringing/screen-leg.ts";
import { storeEvents } from "../history/store-plan.ts";

export async function storePickUp(
	{ db, now }: Context,
	{ callId, legId }: LegWebhook,
	leg: Leg,
): Promise<void> {
	try {
		await Promise.all(storeEvents(db, callId, [pickedUp(leg, legId)], now()));
	} catch (error) {
		log.error("pick_up_not_stored", { callId, reason: describeError(error) });
	}
}

/** Groups pass over the person while the call lasts. */
export async function storeTaking(
	{ db, now }: Context,
	{ callId, legId }: LegWebhook,
	leg: Leg,
): Promise<void> {
	try {
		await db.batch([
			db.update(calls).set({ takenBy: leg.member }).where(eq(calls.id, callId)),
			...storeEvents(db, callId, [taken(leg, legId)], now()),
		]);
	} catch (error) {
		log.error("taking_not_stored", { callId, reason: describeError(error) });
	}
}

export function selectPickUps(db: Db, callId: string, ext: string) {
	return db
		.select({ step: callEvents.step })
		.from(callEvents)
		.where(
			and(
				eq(callEvents.callId, callId),
				// By the index on (call, step).
				sql`${callEvents.step} BETWEEN ${pickedUpSteps} AND ${`${pickedUpSteps}~`}`,
				sql`${callEvents.detail} ->> 'extension' = ${ext}`,
			),
		);
}
