import type { Db } from "@cloudpbx/db/open-db";
import { office } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { sql } from "drizzle-orm";
import { answerCall as decide } from "../domain/answer-call.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { newCall } from "../history/store-call.ts";
import { busyNow, type InstalledSettings, readOffice, selectOffice } from "../office/load-office.ts";

/**
 * The first webhook of a call, in one round trip of two statements. What the plan leaves behind is stored with the end of the call
 * (`close-call.ts`), since it is decided by what the same batch reads.
 */
export async function answerCall(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	now: Date,
): Promise<CallPlan> {
	const extension = sql`(SELECT ${office.lines} ->> ${`$."${call.to}"`} FROM ${office} WHERE ${office.id} = 1)`;
	const [rows] = await db.batch([
		selectOffice(db),
		db
			.insert(calls)
			.values({
				...newCall(call, now),
				extension: isPlainNumber(call.to) ? extension : null,
				busyAtStart: sql`(${busyNow})`,
				officeVersion: sql`(SELECT ${office.version} FROM ${office} WHERE ${office.id} = 1)`,
			})
			.onConflictDoNothing(),
	]);
	return decide(call, readOffice(rows, installed, now));
}

/** Anything else leads nowhere, and might not be a path of JSON. */
function isPlainNumber(dialled: string): boolean {
	return /^\+\d+$/.test(dialled);
}
