import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { RingResult } from "../domain/after-ringing.ts";
import type { CallPlan } from "../domain/call-plan.ts";
import { afterClosedNumber } from "../domain/main-line.ts";
import { type InstalledSettings, readOffice, selectOffice } from "./load-office.ts";
import { rememberPlan } from "./store-call.ts";

/** The number for closed hours stopped ringing. Two round trips: read, write. */
export async function finishClosedNumber(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	result: RingResult,
	now: Date,
): Promise<CallPlan> {
	const plan = afterClosedNumber(result, readOffice(await selectOffice(db), installed, now));
	await rememberPlan(db, call, plan, now);
	return plan;
}
