import { selectRow } from "@cloudpbx/db/json-rows";
import type { Db } from "@cloudpbx/db/open-db";
import { callEvents, callLegs, calls } from "@cloudpbx/db/schema/voice";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";

/** A call out that was neither taken nor ended. */
export function isUntaken(callId: string): SQL {
	return sql`${and(isCallOut(callId), isNull(calls.endedAt), isNull(calls.takenBy))}`;
}

export function isCallOut(callId: string) {
	return and(eq(calls.id, callId), eq(calls.direction, "outbound"));
}

/** Statements that end an untaken call out when none of its telephones rings any more. It failed when the carrier rang none. */
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

/** Statements that complete the history of a call out that is over, and forget its telephones. */
export function storeEnd(db: Db, callId: string, now: Date) {
	const isOver = sql`FROM calls WHERE id = ${callId} AND direction = 'outbound' AND ended_at IS NOT NULL`;
	const kind = sql`CASE outcome WHEN 'not_taken' THEN 'call_not_taken' WHEN 'failed' THEN 'carrier_refused' ELSE 'call_canceled' END`;
	const why = { callId, step: "untaken", kind, at: now, detail: {} };
	const end = { callId, step: "ended", kind: "ended" as const, at: now, detail: {} };
	return [
		db
			.insert(callEvents)
			.select(selectRow(callEvents, why, sql`${isOver} AND taken_by IS NULL`))
			.onConflictDoNothing(),
		db
			.insert(callEvents)
			.select(selectRow(callEvents, end, isOver))
			.onConflictDoNothing(),
		db.delete(callLegs).where(and(eq(callLegs.callId, callId), sql`EXISTS (SELECT 1 ${isOver})`)),
	] as const;
}
