export interface CsvRow {
	/** Of the file, from 1: where a person finds it in an editor. */
	line: number;
	cells: string[];
}

/** Further cells of a row are left out: no list has so many columns, and a row of nothing but commas must not fill the memory. */
const cellsMax = 1000;

/**
 * RFC 4180, as spreadsheets write it: quoted cells may hold commas, quotes and line ends. Blank lines are left out. Row by
 * row, so that a large file need not be in memory twice.
 */
export function* readCsv(text: string): Generator<CsvRow, void, undefined> {
	const source = text.replace(/^\uFEFF/, "");
	// One cell and what ends it. A cell whose quotes make no sense is taken as it stands.
	const cellAndEnd = /(?:"([^"]*(?:""[^"]*)*)"[ \t]*|([^,\r\n]*))(,|\r\n|\n|\r|$)/y;
	let row: CsvRow = { line: 1, cells: [] };
	let line = 1;
	while (cellAndEnd.lastIndex < source.length || row.cells.length > 0) {
		const match = cellAndEnd.exec(source);
		if (match === null) break;
		const [whole, quoted, plain = "", end] = match;
		if (row.cells.length < cellsMax) row.cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
		if (quoted !== undefined || end !== ",") line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
		if (end === ",") continue;
		if (row.cells.some((cell) => cell !== "")) yield row;
		row = { line, cells: [] };
	}
}
