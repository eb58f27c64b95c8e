export interface CsvRow {
	/** Of the file, from 1: where a person finds it in an editor. */
	line: number;
	cells: string[];
}

/** RFC 4180, as spreadsheets write it: quoted cells may hold commas, quotes and line ends. Blank lines are left out. */
export function readCsv(text: string): CsvRow[] {
	const source = text.replace(/^\uFEFF/, "");
	// One cell and what ends it. A cell whose quotes make no sense is taken as it stands.
	const cellAndEnd = /(?:"([^"]*(?:""[^"]*)*)"[ \t]*|([^,\r\n]*))(,|\r\n|\n|\r|$)/y;
	const rows: CsvRow[] = [];
	let row: CsvRow = { line: 1, cells: [] };
	let line = 1;
	while (cellAndEnd.lastIndex < source.length || row.cells.length > 0) {
		const match = cellAndEnd.exec(source);
		if (match === null) break;
		const [whole, quoted, plain = "", end] = match;
		row.cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
		line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
		if (end === ",") continue;
		if (row.cells.some((cell) => cell !== "")) rows.push(row);
		row = { line, cells: [] };
	}
	return rows;
}
