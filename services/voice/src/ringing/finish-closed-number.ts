import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { afterClosedNumber } from "../domain/menu/main-line.ts";
import type { RingResult } from "../domain/ringing/after-ringing.ts";
import { rememberPlan } from "../history/store-call.ts";
import { type InstalledSettings, readOffice, selectOffice } from "../office/load-office.ts";

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
