import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { CallOutcome } from "@cloudpbx/contracts/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { and, eq, gte, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Cursor, encodeCursor } from "../domain/cursor.ts";
import { before, cutPage, type PageRequest } from "./page.ts";
import { scanCalls } from "./scan-calls.ts";
import { type CallRow, showCall } from "./show-call.ts";

export interface CallFilter {
	ext?: string | undefined;
	outcome?: CallOutcome | undefined;
	direction?: "inbound" | "outbound" | undefined;
	/** E.164; who called or was called. */
	number?: string | undefined;
	from?: Date | undefined;
	/** Exclusive. */
	to?: Date | undefined;
}

/**
 * What one page may read to find its rows, when filters meet that no one index serves together. A rare thing in a long
 * history is found over several pages, each at a known cost, instead of in one that reads everything.
 */
const scannedRowsMax = 5000;

/**
 * Newest first. Each filter by itself is served by an index. Several together are looked for among the rows of the most
 * selective one: then a page may hold fewer than `limit` and still not be the last.
 */
export async function listCalls(
	db: Db,
	{ ext, outcome, direction, number, from, to }: CallFilter,
	{ limit, cursor }: PageRequest,
): Promise<Page<CallSummary>> {
	const period = and(from === undefined ? undefined : gte(calls.startedAt, from), endOf(to, cursor));
	const indexed =
		number !== undefined
			? { number }
			: ext !== undefined
				? { ext }
				: outcome !== undefined
					? { outcome }
					: {};
	const rest = {
		...("ext" in indexed ? {} : { ext }),
		...("outcome" in indexed ? {} : { outcome }),
		direction,
	};
	const scan = (rowsMax: number) => scanCalls(db, indexed, period, rowsMax);
	if (matches(calls, rest) === undefined) return cutPage(await scan(limit + 1), limit, cursorOf, showCall);

	const scanned = scan(scannedRowsMax).as("scanned");
	const [rows, [lastScanned]] = await db.batch([
		db
			.select()
			.from(scanned)
			.where(matches(scanned, rest))
			.limit(limit + 1),
		db
			.select()
			.from(scanned)
			.limit(1)
			.offset(scannedRowsMax - 1),
	]);
	const page = cutPage(rows, limit, cursorOf, showCall);
	if (rows.length > limit) return page;
	return { ...page, nextCursor: lastScanned ? encodeCursor(cursorOf(lastScanned)) : null };
}

/** One upper bound, the nearer: given two, SQLite may seek by the other one and read all pages before this one again. */
function endOf(to: Date | undefined, cursor: Cursor | null): SQL | undefined {
	if (to === undefined || (cursor && Number(cursor.key) < to.getTime())) {
		return before(calls.startedAt, calls.id, cursor);
	}
	return lt(calls.startedAt, to);
}

type Columns = Record<"outcome" | "direction" | "extension", SQLiteColumn>;

function matches(table: Columns, filter: Pick<CallFilter, "ext" | "outcome" | "direction">): SQL | undefined {
	const { ext, outcome, direction } = filter;
	return and(
		ext === undefined ? undefined : eq(table.extension, ext),
		outcome === undefined ? undefined : eq(table.outcome, outcome),
		direction === undefined ? undefined : eq(table.direction, direction),
	);
}

function cursorOf(row: CallRow): Cursor {
	return { key: row.startedAt.getTime(), id: row.id };
}
