import { guardCell } from "@cloudpbx/domain/csv/guard-cell";

type Cell = string | number | null | { name: string };

/** Without it spreadsheets do not detect UTF-8. */
const byteOrderMark = "\uFEFF";

/** RFC 4180 in UTF-8 with a byte order mark. Cells that a spreadsheet would run as formulas are guarded. */
export function writeCsv<Row extends object>(
	rows: readonly Row[],
	columns: readonly (keyof Row & string)[],
): string {
	return writeCsvHeading(columns) + writeCsvRows(rows, columns);
}

export function writeCsvHeading(columns: readonly string[]): string {
	return `${byteOrderMark}${columns.join(",")}\r\n`;
}

export function writeCsvRows<Row extends object>(
	rows: readonly Row[],
	columns: readonly (keyof Row & string)[],
): string {
	return rows
		.map((row) => `${columns.map((column) => writeCell(row[column] as Cell)).join(",")}\r\n`)
		.join("");
}

export function writeCsvTable(rows: readonly (readonly Cell[])[]): string {
	return byteOrderMark + rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(value: Cell): string {
	if (value === null) return "";
	if (typeof value === "number") return String(value);
	const safe = guardCell(typeof value === "string" ? value : value.name);
	// Separators of any locale and surrounding spaces are quoted.
	return /[",;|\t\r\n]|^[\s\uFEFF]|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
