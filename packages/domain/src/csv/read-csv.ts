export interface CsvRow {
	/** Of the file, from 1: where a person finds it in an editor. */
	line: number;
	cells: string[];
	/** Characters of the text up to the end of this row, its line end included. */
	end: number;
}

export type CsvSeparator = "," | ";" | "\t";

/** Further cells of a row are left out: no list has so many columns, and a row of nothing but commas must not fill the memory. */
const cellsMax = 1000;

/**
 * RFC 4180, as spreadsheets write it: quoted cells may hold separators, quotes and line ends. Blank lines are left out. Row by
 * row, so that a large file need not be in memory twice.
 */
export function* readCsv(source: string, separator: CsvSeparator = ","): Generator<CsvRow, void, undefined> {
	let row: CsvRow = { line: 1, cells: [], end: 0 };
	let line = 1;
	let at = source.startsWith("\uFEFF") ? 1 : 0;
	while (at < source.length || row.cells.length > 0) {
		// A cell whose quotes make no sense is taken as it stands.
		const cell = readQuoted(source, at, separator) ?? readPlain(source, at, separator);
		if (row.cells.length < cellsMax) row.cells.push(cell.text.trim());
		const end = lineEndAt(source, cell.end);
		line += countLineEnds(source, at, cell.end) + (end === "" ? 0 : 1);
		at = cell.end + (source[cell.end] === separator ? 1 : end.length);
		if (source[cell.end] === separator) continue;
		row.end = at;
		if (row.cells.some((value) => value !== "")) yield row;
		row = { line, cells: [], end: at };
	}
}

/** What stands between the cells, by the first line: spreadsheets in many countries write semicolons. */
export function findCsvSeparator(text: string): CsvSeparator {
	const firstLine = /[^\r\n]+/.exec(text)?.[0] ?? "";
	const unquoted = firstLine.slice(0, firstLineMax).replace(/"[^"]*"/g, "");
	if (unquoted.includes(",")) return ",";
	return unquoted.includes(";") ? ";" : unquoted.includes("\t") ? "\t" : ",";
}

/** Characters of the first line that are looked at. */
const firstLineMax = 10_000;

interface Cell {
	text: string;
	/** Where the separator or line end behind it is, or the end of the file. */
	end: number;
}

/** By hand: a pattern that repeats over `""` runs out of stack in a cell of millions of them. */
function readQuoted(source: string, start: number, separator: CsvSeparator): Cell | null {
	if (source[start] !== '"') return null;
	let close = source.indexOf('"', start + 1);
	while (close !== -1 && source[close + 1] === '"') close = source.indexOf('"', close + 2);
	if (close === -1) return null;
	let end = close + 1;
	while (source[end] !== separator && (source[end] === " " || source[end] === "\t")) end += 1;
	if (end < source.length && source[end] !== separator && lineEndAt(source, end) === "") return null;
	return { text: source.slice(start + 1, close).replaceAll('""', '"'), end };
}

function readPlain(source: string, start: number, separator: CsvSeparator): Cell {
	let end = start;
	while (end < source.length && source[end] !== separator && lineEndAt(source, end) === "") end += 1;
	return { text: source.slice(start, end), end };
}

function lineEndAt(source: string, at: number): string {
	if (source[at] === "\n") return "\n";
	if (source[at] !== "\r") return "";
	return source[at + 1] === "\n" ? "\r\n" : "\r";
}

function countLineEnds(source: string, start: number, end: number): number {
	let count = 0;
	for (let at = start; at < end; at += 1) {
		const length = lineEndAt(source, at).length;
		if (length > 0) count += 1;
		if (length > 1) at += 1;
	}
	return count;
}
