type Cell = string | number | null;

/** RFC 4180. Cells that a spreadsheet would run as a formula are quoted with an apostrophe; phone numbers stay. */
export function writeCsv<Row extends object>(
	rows: readonly Row[],
	columns: readonly (keyof Row & string)[],
): string {
	const lines = rows.map((row) => columns.map((column) => writeCell(row[column] as Cell)).join(","));
	return [columns.join(","), ...lines, ""].join("\r\n");
}

function writeCell(value: Cell): string {
	if (value === null) return "";
	const text = String(value);
	const isFormula = /^[=+\-@\t\r]/.test(text) && typeof value === "string" && !/^\+\d+$/.test(text);
	const safe = isFormula ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
