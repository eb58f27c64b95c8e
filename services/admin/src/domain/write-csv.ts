/** A person is written by name. */
type Cell = string | number | null | { name: string };

/** RFC 4180. Cells that a spreadsheet would run as a formula are quoted with an apostrophe; phone numbers stay. */
export function writeCsv<Row extends object>(
	rows: readonly Row[],
	columns: readonly (keyof Row & string)[],
): string {
	return writeCsvHeading(columns) + writeCsvRows(rows, columns);
}

export function writeCsvHeading(columns: readonly string[]): string {
	return `${columns.join(",")}\r\n`;
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

function writeCell(value: Cell): string {
	if (value === null) return "";
	if (typeof value === "object") return writeCell(value.name);
	const text = String(value);
	const isFormula = /^[=+\-@\t\r]/.test(text) && typeof value === "string" && !/^\+\d+$/.test(text);
	const safe = isFormula ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
