import { office } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { answerCall as decide } from "../domain/answer-call.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { newCall } from "../history/store-plan.ts";
import { busyNow, readOffice, selectOffice } from "../office/load-office.ts";

/** One round trip. What the plan leaves in the history is stored when the call ends (`close-call.ts`), decided once more. */
export async function answerCall(ctx: Context, call: CallWebhook): Promise<CallPlan> {
	const { db } = ctx;
	const now = ctx.now();
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
	return decide(call, readOffice(ctx, rows, now));
}

/** Anything else leads nowhere, and might not be a path of JSON. */
function isPlainNumber(dialled: string): boolean {
	return /^\+\d+$/.test(dialled);
}
