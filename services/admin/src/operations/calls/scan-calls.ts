import type { CallEnding } from "@cloudpbx/contracts/calls/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";

/** The most selective filter that an index serves besides the period. */
export interface IndexedFilter {
	isOpen?: true;
	isInDanger?: true;
	number?: string;
	ext?: string;
	outcomes?: readonly CallEnding[];
	cameIn?: readonly CallEnding[];
}

/** The newest `rowsMax` calls in index order; with several indexes, that many of each. */
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
