import type { Row, Store, Value } from "./store.ts";
import type { Table } from "./tables.ts";

/** About a megabyte, well below D1's limits. */
export const rowsPerPage = 1000;

/** Reads a table by primary key, one page in memory at a time. */
export async function* readRows(store: Store, table: Table): AsyncGenerator<Row[]> {
	const key = table.key.map(quote).join(", ");
	const columns = table.columns.map(quote).join(", ");
	let last: Value[] = [];
	for (;;) {
		const after = last.length === 0 ? "" : `WHERE (${key}) > (${last.map(() => "?").join(", ")})`;
		const rows = await store.query(
			`SELECT ${columns} FROM ${quote(table.name)} ${after} ORDER BY ${key} LIMIT ${rowsPerPage}`,
			last,
		);
		const end = rows.at(-1);
		if (!end) return;
		yield rows;
		if (rows.length < rowsPerPage) return;
		last = table.key.map((column) => end[column] ?? null);
	}
}

/** The same row gives the same line everywhere. */
export function writeLine({ columns }: Table, row: Row): string {
	return `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`;
}

export function quote(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
