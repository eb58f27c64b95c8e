import type { CallOutcome, CallStatus } from "@cloudpbx/contracts/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { eq, sql } from "drizzle-orm";
import { answerCall } from "../domain/answer-call.ts";
import type { CallPlan } from "../domain/call-plan.ts";
import { type InstalledSettings, readOffice, selectOffice } from "./load-office.ts";
import { newCall, storeEvents } from "./store-call.ts";

const finalStatuses: readonly CallStatus[] = ["completed", "busy", "no_answer", "canceled", "failed"];

/**
 * The carrier's last word on a call. Two round trips: read, write. The first final word stays, an earlier one changes nothing.
 * What the call's first answer was is stored here, at the instant at which the call began.
 */
export async function closeCall(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	durationSeconds: number,
	now: Date,
): Promise<void> {
	if (!finalStatuses.includes(call.status)) return;
	const first = await recallFirstAnswer(db, installed, call);
	// A call nobody else claimed an outcome for was given up by the caller, unless the line itself failed.
	const outcome: CallOutcome = call.status === "failed" ? "failed" : "abandoned";
	const answeredAt = durationSeconds > 0 ? new Date(now.getTime() - durationSeconds * 1000) : null;
	const ending = { status: call.status, endedAt: now, answeredAt, durationSeconds, outcome };
	const keep = (column: string) => sql.raw(`coalesce(calls.${column}, excluded.${column})`);
	await db.batch([
		db
			.insert(calls)
			.values({ ...newCall(call, answeredAt ?? now), ...ending, outcome: first?.plan.outcome ?? outcome })
			.onConflictDoUpdate({
				target: calls.id,
				set: {
					status: sql`CASE WHEN ${calls.endedAt} IS NULL THEN excluded.status ELSE ${calls.status} END`,
					endedAt: keep("ended_at"),
					// Counted back from our own clock in whole seconds, it may lead to before the call.
					answeredAt: sql`coalesce(${calls.answeredAt}, max(excluded.answered_at, ${calls.startedAt}))`,
					durationSeconds: keep("duration_seconds"),
					outcome: first?.plan.outcome ? sql`excluded.outcome` : keep("outcome"),
				},
			}),
		...storeEvents(db, call.callId, first?.plan.events ?? [], first?.at ?? now),
		...storeEvents(
			db,
			call.callId,
			[{ step: "ended", kind: "ended", detail: { status: call.status, durationSeconds } }],
			now,
		),
	]);
}

/**
 * What the first webhook of the call decided, decided once more: from the same row of `office`, at the same instant. Null when
 * nothing was looked up then; without a plan when the owner has changed something since.
 */
async function recallFirstAnswer(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
): Promise<{ at: Date; plan: Pick<CallPlan, "events" | "outcome"> } | null> {
	try {
		const [rows, [stored]] = await db.batch([
			selectOffice(db),
			db
				.select({
					startedAt: calls.startedAt,
					officeVersion: calls.officeVersion,
					busyAtStart: calls.busyAtStart,
				})
				.from(calls)
				.where(eq(calls.id, call.callId)),
		]);
		if (!stored || stored.officeVersion === null) return null;
		const { startedAt: at, officeVersion, busyAtStart } = stored;
		const received = { step: "received", kind: "received" as const, detail: { to: call.to } };
		const office = readOffice(rows, installed, at);
		if (office.version !== officeVersion) return { at, plan: { events: [received] } };
		const plan = answerCall(call, { ...office, busy: busyAtStart ?? [] });
		return { at, plan: { ...plan, events: [received, ...plan.events] } };
	} catch (error) {
		log.error("first_answer_not_stored", { callId: call.callId, reason: describeError(error) });
		return null;
	}
}
