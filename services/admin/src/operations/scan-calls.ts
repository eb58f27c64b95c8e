import type { CallOutcome } from "@cloudpbx/contracts/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";

/** The one filter that an index serves, beside the period: of several, the most selective. */
export interface IndexedFilter {
	number?: string | undefined;
	ext?: string | undefined;
	outcome?: CallOutcome | undefined;
}

/** The newest `rowsMax` calls of the filter and period, read in the order of an index and no further. */
export function scanCalls(db: Db, filter: IndexedFilter, period: SQL | undefined, rowsMax: number) {
	const { number, ext, outcome } = filter;
	const scanBy = (condition: SQL | undefined) =>
		db
			.select()
			.from(calls)
			.where(and(condition, period))
			.orderBy(desc(calls.startedAt), desc(calls.id))
			.limit(rowsMax);
	if (number !== undefined) {
		// Two indexes: each half is cut in its own order before they meet, and a call to oneself is in the first only.
		const isCallerAnother = or(isNull(calls.fromNumber), ne(calls.fromNumber, number));
		const calling = scanBy(eq(calls.fromNumber, number)).as("calling");
		const called = scanBy(and(eq(calls.toNumber, number), isCallerAnother)).as("called");
		return unionAll(db.select().from(calling), db.select().from(called))
			.orderBy(sql`started_at DESC`, sql`id DESC`)
			.limit(rowsMax);
	}
	if (ext !== undefined) return scanBy(eq(calls.extension, ext));
	return scanBy(outcome === undefined ? undefined : eq(calls.outcome, outcome));
}
