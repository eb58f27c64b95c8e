import type { Db } from "@cloudpbx/db/open-db";
import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { CallEvent } from "../../domain/call-plan.ts";
import { storeEventsIf } from "./store-events-if.ts";

/** A call out that nobody has taken or ended. */
export function isUntaken(callId: string): SQL {
	return sql`${and(eq(calls.id, callId), eq(calls.direction, "outbound"), isNull(calls.endedAt), isNull(calls.takenBy))}`;
}

/**
 * Statements that end a call out of which no telephone rings any more and none was taken. The carrier rang nobody at all: that
 * failed; otherwise the person let it ring, or a mailbox answered.
 */
export function closeUnlessRinging(db: Db, callId: string, now: Date) {
	const ringing = sql`EXISTS (SELECT 1 FROM call_legs WHERE call_id = ${callId} AND status IS NULL)`;
	const rang = sql`EXISTS (SELECT 1 FROM call_legs WHERE call_id = ${callId} AND status <> 'failed')`;
	return [
		db
			.update(calls)
			.set({
				endedAt: now,
				durationSeconds: 0,
				status: sql`CASE WHEN ${rang} THEN 'no_answer' ELSE 'failed' END`,
				outcome: sql`CASE WHEN ${rang} THEN 'not_taken' ELSE 'failed' END`,
			})
			.where(and(isUntaken(callId), sql`NOT ${ringing}`)),
		...storeEnd(db, callId, now),
	] as const;
}

/** Ends the history of a call out, provided that it is over, and forgets its telephones. */
export function storeEnd(db: Db, callId: string, now: Date) {
	const ended = (outcome: SQL) =>
		sql`EXISTS (SELECT 1 FROM calls WHERE id = ${callId} AND direction = 'outbound' AND ended_at IS NOT NULL AND ${outcome})`;
	const event = (step: string, kind: CallEvent["kind"], detail: CallEvent["detail"] = {}): CallEvent => ({
		step,
		kind,
		detail,
	});
	const untaken = sql`taken_by IS NULL`;
	return [
		storeEventsIf(
			db,
			callId,
			[event("not-taken", "call_not_taken")],
			ended(sql`outcome = 'not_taken' AND ${untaken}`),
			now,
		),
		storeEventsIf(
			db,
			callId,
			[event("refused", "carrier_refused")],
			ended(sql`outcome = 'failed' AND ${untaken}`),
			now,
		),
		storeEventsIf(
			db,
			callId,
			[event("canceled", "call_canceled")],
			ended(sql`outcome = 'canceled' AND ${untaken}`),
			now,
		),
		storeEventsIf(db, callId, [event("ended", "ended")], ended(sql`1`), now),
		db.delete(callLegs).where(and(eq(callLegs.callId, callId), ended(sql`1`))),
	] as const;
}
