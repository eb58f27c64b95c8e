import type { CallEnding } from "@cloudpbx/contracts/calls/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";

/** The one filter that indexes serve, beside the period: of several, the most selective. */
export interface IndexedFilter {
	/** In progress. */
	isOpen?: true;
	/** The caller spoke of danger. */
	isInDanger?: true;
	number?: string;
	ext?: string;
	outcomes?: readonly CallEnding[];
	/** Those of them of which only calls that came in are meant. */
	cameIn?: readonly CallEnding[];
}

/**
 * The newest `rowsMax` calls of the filter and period, read in the order of an index and no further; where several indexes are
 * needed, so many of each.
 */
export function scanCalls(
	db: Db,
	{ isOpen, isInDanger, number, ext, outcomes, cameIn }: IndexedFilter,
	period: SQL | undefined,
	rowsMax: number,
) {
	const scanBy = (condition: SQL | undefined) =>
		db
			.select()
			.from(calls)
			.where(and(condition, period))
			.orderBy(desc(calls.startedAt), desc(calls.id))
			.limit(rowsMax);
	if (isInDanger) return [scanBy(isNotNull(calls.danger))];
	if (isOpen) return [scanBy(isNull(calls.endedAt))];
	if (number !== undefined) {
		// A call to oneself is in the first only.
		const isCallerAnother = or(isNull(calls.fromNumber), ne(calls.fromNumber, number));
		return [scanBy(eq(calls.fromNumber, number)), scanBy(and(eq(calls.toNumber, number), isCallerAnother))];
	}
	if (ext !== undefined) return [scanBy(eq(calls.extension, ext))];
	if (outcomes) {
		const inbound = eq(calls.direction, "inbound");
		return outcomes.map((outcome) =>
			scanBy(and(eq(calls.outcome, outcome), cameIn?.includes(outcome) ? inbound : undefined)),
		);
	}
	return [scanBy(undefined)];
}
