import { getTableColumns, getTableName, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./open-db.ts";

/** Maximum rows read for one page when no index serves all filters. Rare rows take several pages. */
export const scannedRowsMax = 5000;

export interface PageSearch<Table extends SQLiteTable, LookedUp extends Record<string, SQL>> {
	table: Table;
	/** At most `rowsMax` whole rows in the order of the list, read by an index. */
	scan: (rowsMax: number) => readonly SQLWrapper[];
	order: SQL;
	matches: SQL | undefined;
	limit: number;
	/** Looked up for rows of the page only. */
	lookedUp: LookedUp;
}

export interface FoundPage<Row> {
	rows: Row[];
	/** The row before the next page; null on the last page. With `matches` it may be outside this page. */
	last: Row | null;
}

type RowOf<Table extends SQLiteTable, LookedUp extends Record<string, SQL>> = {
	row: Table["$inferSelect"];
} & { [Name in keyof LookedUp]: LookedUp[Name] extends SQL<infer Value> ? Value : never };

/** Reads one page in one statement. With `matches` a page may be short without being the last. */
export async function findPage<Table extends SQLiteTable, const LookedUp extends Record<string, SQL>>(
	db: Db,
	{ table, scan, order, matches, limit, lookedUp }: PageSearch<Table, LookedUp>,
): Promise<FoundPage<RowOf<Table, LookedUp>>> {
	type Found = RowOf<Table, LookedUp> & { isMatch: number; place: number };
	// The table's name, so that conditions on its columns hold.
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

function columnsOf(table: SQLiteTable): Record<string, SQL> {
	const columns = Object.entries(getTableColumns(table));
	return Object.fromEntries(
		columns.map(([field, column]) => [field, sql`${sql.identifier(column.name)}`.mapWith(column)]),
	);
}

/** Each scan is limited before they merge; at most five, D1's limit for a compound SELECT. */
function merge(scan: (rowsMax: number) => readonly SQLWrapper[], order: SQL, rowsMax: number): SQL {
	const scans = scan(rowsMax).map((rows) => sql`SELECT * FROM ${rows}`);
	if (scans.length === 1) return sql`(${scans[0]})`;
	return sql`(${sql.join(scans, sql` UNION ALL `)} ORDER BY ${order} LIMIT ${rowsMax})`;
}

function cut<Found extends { isMatch: number; place: number }>(
	found: readonly Found[],
	limit: number,
): FoundPage<Found> {
	const matching = found.filter(({ isMatch }) => isMatch === 1);
	const rows = matching.slice(0, limit);
	if (matching.length > limit) return { rows, last: rows.at(-1) ?? null };
	return { rows, last: found.find(({ place }) => place === scannedRowsMax) ?? null };
}
