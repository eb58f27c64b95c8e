import { calls } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { answerCall } from "../domain/answer-call.ts";
import type { CallEvent, CallPlan } from "../domain/call/call-plan.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";

export interface FirstAnswer {
	at: Date;
	/** The arrival alone when the owner has changed something since. */
	events: CallEvent[];
	claims: Pick<CallPlan, "extension" | "outcome" | "receptionistResult">;
}

/**
 * Decides the first answer again, from the same row of `office` and at the same instant. One round trip.
 * Null when nothing was looked up then, or nothing can be looked up now.
 */
export async function findFirstAnswer(
	ctx: Context,
	{ callId, forwardedFrom }: { callId: string; forwardedFrom: string | null },
): Promise<FirstAnswer | null> {
	const { db } = ctx;
	try {
		const [rows, [stored]] = await db.batch([
			selectOffice(db),
			db
				.select({
					from: calls.fromNumber,
					to: calls.toNumber,
					startedAt: calls.startedAt,
					officeVersion: calls.officeVersion,
					busyAtStart: calls.busyAtStart,
				})
				.from(calls)
				.where(eq(calls.id, callId)),
		]);
		if (!stored || stored.officeVersion === null) return null;
		const { from, to, startedAt: at, officeVersion, busyAtStart } = stored;
		const received: CallEvent = { step: "received", kind: "received", detail: { to } };
		const office = readOffice(ctx, rows, at);
		if (office.version !== officeVersion) return { at, events: [received], claims: {} };
		const plan = answerCall({ from, to, forwardedFrom }, { ...office, busy: busyAtStart ?? [] });
		return { at, events: [received, ...plan.events], claims: plan };
	} catch (error) {
		log.error("first_answer_not_recalled", { callId, reason: describeError(error) });
		return null;
	}
}
