import { guardCell } from "@cloudpbx/domain/csv/guard-cell";

/** A person is written by name. */
type Cell = string | number | null | { name: string };

/** Without it spreadsheets take UTF-8 for the encoding of their country. */
const byteOrderMark = "\uFEFF";

/** RFC 4180 in UTF-8 with a byte order mark. Cells that a spreadsheet would run as a formula are guarded; phone numbers stay. */
export function writeCsv<Row extends object>(
	rows: readonly Row[],
	columns: readonly (keyof Row & string)[],
): string {
	return writeCsvHeading(columns) + writeCsvRows(rows, columns);
}

/** The beginning of a file, and of each part that is a file of its own. */
export function writeCsvHeading(columns: readonly string[]): string {
	return `${byteOrderMark}${columns.join(",")}\r\n`;
}

/** A part of a file, for those that are written bit by bit. */
export function writeCsvRows<Row extends object>(
	rows: readonly Row[],
	columns: readonly (keyof Row & string)[],
): string {
	return rows
		.map((row) => `${columns.map((column) => writeCell(row[column] as Cell)).join(",")}\r\n`)
		.join("");
}

/** A file whose columns are known by their place only; the first row is the headings. */
export function writeCsvTable(rows: readonly (readonly Cell[])[]): string {
	return byteOrderMark + rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(value: Cell): string {
	if (value === null) return "";
	if (typeof value === "number") return String(value);
	const safe = guardCell(typeof value === "string" ? value : value.name);
	// Whatever separates cells in some country is quoted, and so are spaces that readers cut off.
	return /[",;|\t\r\n]|^[\s\uFEFF]|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
