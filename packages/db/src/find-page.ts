import { getTableColumns, getTableName, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./open-db.ts";

/**
 * Maximum rows that one page looks through, when filters meet that no one index serves together. A rare thing in a long
 * history is found over several pages, each at a known cost, instead of in one that reads everything.
 */
export const scannedRowsMax = 5000;

export interface PageSearch<Table extends SQLiteTable, LookedUp extends Record<string, SQL>> {
	table: Table;
	/** Whole rows of the table in the order of the list, and no more than so many: what indexes serve by themselves. */
	scan: (rowsMax: number) => readonly SQLWrapper[];
	/** The order of the list, by names of columns. */
	order: SQL;
	/** The filters that the index does not serve. */
	matches: SQL | undefined;
	limit: number;
	/** What is looked up for each row of the page, and for no other. */
	lookedUp: LookedUp;
}

export interface FoundPage<Row> {
	rows: Row[];
	/** The row behind which the next page begins; null on the last one. With `matches` it may be none of this page's. */
	last: Row | null;
}

type RowOf<Table extends SQLiteTable, LookedUp extends Record<string, SQL>> = {
	row: Table["$inferSelect"];
} & { [Name in keyof LookedUp]: LookedUp[Name] extends SQL<infer Value> ? Value : never };

/**
 * One page of a list, in one statement that stops reading as soon as the page is full. With `matches` a page may hold fewer than
 * `limit` rows and still not be the last.
 */
export async function findPage<Table extends SQLiteTable, const LookedUp extends Record<string, SQL>>(
	db: Db,
	{ table, scan, order, matches, limit, lookedUp }: PageSearch<Table, LookedUp>,
): Promise<FoundPage<RowOf<Table, LookedUp>>> {
	type Found = RowOf<Table, LookedUp> & { isMatch: number; place: number };
	// Named like the table, so that conditions on its columns hold for it.
	const name = sql.identifier(getTableName(table));
	const fields = { row: columnsOf(table), ...lookedUp };
	if (matches === undefined) {
		const selection = { ...fields, isMatch: sql<number>`1`, place: sql<number>`0` };
		const rows = await db.select(selection).from(sql`${merge(scan, order, limit + 1)} AS ${name}`);
		return cut(rows as unknown as Found[], limit);
	}
	const scanned = merge(scan, order, scannedRowsMax);
	const placed = sql`(SELECT *, row_number() OVER (ORDER BY ${order}) AS place FROM ${scanned} AS ${name})`;
	const rows = await db
		.select({ ...fields, isMatch: sql<number>`${matches}`, place: sql<number>`place` })
		.from(sql`${placed} AS ${name}`)
		.where(or(matches, sql`place = ${scannedRowsMax}`))
		.limit(limit + 1);
	return cut(rows as unknown as Found[], limit);
}

/** Drizzle takes columns from tables only. */
function columnsOf(table: SQLiteTable): Record<string, SQL> {
	const columns = Object.entries(getTableColumns(table));
	return Object.fromEntries(
		columns.map(([field, column]) => [field, sql`${sql.identifier(column.name)}`.mapWith(column)]),
	);
}

/** Each scan is cut in its own order before they meet; at most five, as many as D1 allows a compound SELECT. */
function merge(scan: (rowsMax: number) => readonly SQLWrapper[], order: SQL, rowsMax: number): SQL {
	const scans = scan(rowsMax).map((rows) => sql`SELECT * FROM ${rows}`);
	if (scans.length === 1) return sql`(${scans[0]})`;
	return sql`(${sql.join(scans, sql` UNION ALL `)} ORDER BY ${order} LIMIT ${rowsMax})`;
}

/** Where looking ended is a row more, which need not match. */
function cut<Found extends { isMatch: number; place: number }>(
	found: readonly Found[],
	limit: number,
): FoundPage<Found> {
	const matching = found.filter(({ isMatch }) => isMatch === 1);
	const rows = matching.slice(0, limit);
	if (matching.length > limit) return { rows, last: rows.at(-1) ?? null };
	return { rows, last: found.find(({ place }) => place === scannedRowsMax) ?? null };
}
