import type { Row, Store, Value } from "./store.ts";
import type { Table } from "./tables.ts";

/** Rows of one statement: about a megabyte, and for D1 well below its limits. */
export const rowsPerPage = 1000;

/** A table by its primary key, a page at a time: no more is in memory, and no row is met twice. */
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

/** A line of the archive: the same row is the same line, wherever it was read. */
export function writeLine({ columns }: Table, row: Row): string {
	return `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`;
}

export function quote(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
