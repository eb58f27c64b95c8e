import { type CallOutcome, callOutcomes } from "@cloudpbx/contracts/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { sql } from "drizzle-orm";
import type { CallEvent, CallPlan } from "../domain/call-plan.ts";

/**
 * Everything that one moment of a call leaves behind, as statements of one batch. Told twice it changes nothing, and
 * it makes the call's row when the first webhook could not.
 */
export function storePlan(db: Db, call: CallWebhook, plan: CallPlan, now: Date) {
	const upsert = db
		.insert(calls)
		.values({ ...newCall(call, now), extension: plan.extension ?? null, outcome: plan.outcome ?? null })
		.onConflictDoUpdate({
			target: calls.id,
			set: {
				extension: sql`coalesce(excluded.extension, ${calls.extension})`,
				outcome: strongerOutcome(plan.outcome),
			},
		});
	return [upsert, ...storeEvents(db, call.callId, plan.events, now)] as const;
}

/**
 * Stores a moment that the caller must not suffer from: what was decided is carried out even when it cannot be written
 * down. The sweeper mends the row by asking the carrier.
 */
export async function rememberPlan(db: Db, call: CallWebhook, plan: CallPlan, now: Date): Promise<void> {
	try {
		await db.batch(storePlan(db, call, plan, now));
	} catch (error) {
		log.error("call_not_stored", { callId: call.callId, reason: describeError(error) });
	}
}

/** Append-only: a step that is stored already stays as it was. */
export function storeEvents(db: Db, callId: string, events: readonly CallEvent[], now: Date) {
	if (events.length === 0) return [];
	const rows = events.map((event) => ({ callId, at: now, ...event }));
	return [db.insert(callEvents).values(rows).onConflictDoNothing()];
}

export function newCall(call: CallWebhook, now: Date) {
	return {
		id: call.callId,
		carrierId: call.carrierId,
		direction: "inbound" as const,
		fromNumber: call.from,
		toNumber: call.to,
		status: "in_progress" as const,
		startedAt: now,
	};
}

/** Callbacks come in any order, so an outcome only gives way to a stronger one (the order of `callOutcomes`). */
export function strongerOutcome(outcome: CallOutcome | undefined) {
	if (outcome === undefined) return sql`${calls.outcome}`;
	const stronger = callOutcomes.slice(0, callOutcomes.indexOf(outcome));
	if (stronger.length === 0) return sql`${outcome}`;
	const list = sql.join(
		stronger.map((word) => sql`${word}`),
		sql`, `,
	);
	return sql`CASE WHEN ${calls.outcome} IN (${list}) THEN ${calls.outcome} ELSE ${outcome} END`;
}
