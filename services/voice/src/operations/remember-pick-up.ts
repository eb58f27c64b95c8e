import type { Db } from "@cloudpbx/db/open-db";
import { callEvents } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import type { LegWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { and, eq } from "drizzle-orm";
import { pickedUp, pickedUpStep } from "../domain/screen-leg.ts";
import { storeEvents } from "./store-call.ts";

/** That a rung telephone was picked up, in the timeline of the call it rang for. A leg has no row of its own. */
export async function rememberPickUp(
	db: Db,
	{ callId, legId }: LegWebhook,
	ext: string,
	now: Date,
): Promise<void> {
	try {
		await Promise.all(storeEvents(db, callId, [pickedUp(ext, legId)], now));
	} catch (error) {
		log.error("pick_up_not_stored", { callId, reason: describeError(error) });
	}
}

/** One row when that leg was picked up, as far as is known. */
export function selectPickUp(db: Db, callId: string, legId: string | null) {
	return db
		.select({ step: callEvents.step })
		.from(callEvents)
		.where(and(eq(callEvents.callId, callId), eq(callEvents.step, pickedUpStep(legId ?? ""))));
}
