import type { SQL } from "drizzle-orm";

/**
 * Statements that give people their part of a portion of the outbox, in the transaction that takes it away. `events` is a subquery
 * with the columns of `office_events`. Nobody is told of anything yet.
 */
export function planNotices(_events: SQL, _now: Date): SQL[] {
	return [];
}
