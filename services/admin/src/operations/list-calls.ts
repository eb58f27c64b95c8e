import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { CallOutcome } from "@cloudpbx/contracts/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Cursor, encodeCursor } from "../domain/cursor.ts";
import { before, cutPage, type PageRequest } from "./page.ts";
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
 * What one page may read to find its rows. A rare thing in a long history is found over several pages, each at a
 * known cost, instead of in one that reads everything.
 */
const scannedRowsMax = 5000;

/** Newest first. With filters that no index serves, a page may hold fewer than `limit` and still not be the last. */
export async function listCalls(
	db: Db,
	{ ext, from, to, ...filter }: CallFilter,
	{ limit, cursor }: PageRequest,
): Promise<Page<CallSummary>> {
	const indexed = and(
		ext === undefined ? undefined : eq(calls.extension, ext),
		from === undefined ? undefined : gte(calls.startedAt, from),
		endOf(to, cursor),
	);
	const scan = (rowsMax: number) =>
		db.select().from(calls).where(indexed).orderBy(desc(calls.startedAt), desc(calls.id)).limit(rowsMax);
	const condition = (table: Columns) => matches(table, filter);
	if (condition(calls) === undefined) return cutPage(await scan(limit + 1), limit, cursorOf, showCall);

	const scanned = scan(scannedRowsMax).as("scanned");
	const rows = await db
		.select()
		.from(scanned)
		.where(condition(scanned))
		.limit(limit + 1);
	const page = cutPage(rows, limit, cursorOf, showCall);
	if (rows.length > limit) return page;
	const [lastScanned] = await scan(1).offset(scannedRowsMax - 1);
	return { ...page, nextCursor: lastScanned ? encodeCursor(cursorOf(lastScanned)) : null };
}

/** One upper bound, the nearer: given two, SQLite may seek by the other one and read all pages before this one again. */
function endOf(to: Date | undefined, cursor: Cursor | null): SQL | undefined {
	if (to === undefined || (cursor && Number(cursor.key) < to.getTime())) {
		return before(calls.startedAt, calls.id, cursor);
	}
	return lt(calls.startedAt, to);
}

type Columns = Record<"outcome" | "direction" | "fromNumber" | "toNumber", SQLiteColumn>;

function matches(table: Columns, { outcome, direction, number }: CallFilter): SQL | undefined {
	return and(
		outcome === undefined ? undefined : eq(table.outcome, outcome),
		direction === undefined ? undefined : eq(table.direction, direction),
		number === undefined ? undefined : or(eq(table.fromNumber, number), eq(table.toNumber, number)),
	);
}

function cursorOf(row: CallRow): Cursor {
	return { key: row.startedAt.getTime(), id: row.id };
}
