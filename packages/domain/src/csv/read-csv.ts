import Papa from "papaparse";
import { type CsvFault, faultAt } from "./csv-fault.ts";
import type { CsvDialect } from "./find-dialect.ts";
import { unguardCell } from "./guard-cell.ts";

export interface CsvRow {
	/** Of the file, from 1: where a person finds it in an editor. */
	line: number;
	cells: string[];
	/** Characters of the text up to the end of this row, its line end included. */
	end: number;
}

/** Further cells of a row are left out: no list has so many columns, and a row of nothing but commas must not fill the memory. */
const cellsMax = 1000;
/** Characters that are looked at together. */
const partCharacters = 65_536;
/** A longer row is a quotation mark that nobody closed. */
const rowCharactersMax = 1_000_000;
/** Blank ones included: ten times what a campaign may have. */
const rowsMax = 1_000_000;

interface Place {
	/** Characters of the text. */
	at: number;
	line: number;
}

interface FoundRow {
	cells: string[];
	end: number;
	/** Where a cell begins whose quotation marks make no sense, by one character. */
	faultAt: number | null;
}

/**
 * RFC 4180, as spreadsheets write it: quoted cells may hold separators, quotes and line ends. Cells come as they stand, without the
 * apostrophes of `guardCell`; blank rows are left out. Row by row, so that a large file need not be in memory twice. Throws a
 * `CsvFault` where quotation marks make no sense.
 */
export function* readCsv(text: string, dialect: CsvDialect): Generator<CsvRow, void, undefined> {
	const { separator, start, startLine } = dialect;
	const source = new RowSource(text, separator, dialect.lineEnd);
	const place: Place = { at: start, line: startLine };
	let rows = 0;
	while (place.at < text.length) {
		for (const { cells, end } of source.readPart(place)) {
			const { line } = place;
			place.line += countLineEnds(text, place.at, end);
			place.at = end;
			rows += 1;
			if (rows > rowsMax) throw faultAt(line, 1, `the file has more than ${rowsMax} rows.`);
			if (cells.every((cell) => cell.trim() === "")) continue;
			yield { line, cells: cells.slice(0, cellsMax).map(unguardCell), end };
		}
	}
}

/** The rows of a text, a part at a time, by the library. */
class RowSource {
	readonly #text: string;
	readonly #separator: string;
	#lineEnd: CsvDialect["lineEnd"];
	/** The same text, of the same length, whose rows all end in the same way, once one of them did not. */
	#evened: string | null = null;

	constructor(text: string, separator: string, lineEnd: CsvDialect["lineEnd"]) {
		this.#text = text;
		this.#separator = separator;
		this.#lineEnd = lineEnd;
	}

	/** The whole rows of the next part. */
	readPart(place: Place): FoundRow[] {
		for (let length = partCharacters; ; length *= 2) {
			const part = this.#source.slice(place.at, place.at + length);
			const isLast = place.at + length >= this.#text.length;
			const rows = this.#parse(part, place.at);
			const whole = isLast ? rows : rows.slice(0, -1);
			const isFull = length >= rowCharactersMax;
			if (this.#isUneven(place, isFull ? rows : whole) && this.#evenLineEnds(place))
				return this.readPart(place);
			for (const row of whole) if (row.faultAt !== null) throw this.#faultOf(place, whole, row.faultAt);
			if (whole.length > 0) return whole;
			if (isFull) {
				const [open] = rows;
				if (open && open.faultAt !== null) throw this.#faultOf(place, rows, open.faultAt);
				throw faultAt(place.line, 1, `the row has more than ${rowCharactersMax} characters.`);
			}
		}
	}

	get #source(): string {
		return this.#evened ?? this.#text;
	}

	#parse(part: string, offset: number): FoundRow[] {
		const rows: FoundRow[] = [];
		// The library drops one mark at the beginning of whatever it is given.
		const shift = part.startsWith("\uFEFF") ? 1 : 0;
		Papa.parse<string[]>(shift === 0 ? part : `\uFEFF${part}`, {
			delimiter: this.#separator,
			newline: this.#lineEnd,
			step: ({ data, errors, meta }) => {
				const [error] = errors;
				const fault = error?.index === undefined ? null : offset + error.index;
				rows.push({ cells: data, end: offset + meta.cursor, faultAt: fault });
			},
		});
		return rows;
	}

	/** Whether a line end stands where the rows do not end: behind a closed quotation mark, or in a cell that has none. */
	#isUneven({ at }: Place, rows: readonly FoundRow[]): boolean {
		let start = at;
		return rows.some(({ cells, end, faultAt: fault }) => {
			const isUneven =
				fault !== null || hasLooseLineEnd(this.#source.slice(start, end), cells, this.#separator);
			start = end;
			return isUneven;
		});
	}

	/**
	 * Rows that end otherwise than the first one, as in files that were put together, look like line ends within a cell. From here on
	 * each CRLF is written as a space and LF, which keeps the places. False: there is nothing to change.
	 */
	#evenLineEnds({ at }: Place): boolean {
		if (this.#evened !== null) return false;
		const rest = this.#text.slice(at);
		if (!isMixed(rest, this.#lineEnd)) return false;
		this.#evened = this.#text.slice(0, at) + rest.replace(/\r\n/g, " \n").replaceAll("\r", "\n");
		this.#lineEnd = "\n";
		return true;
	}

	#faultOf(place: Place, rows: readonly FoundRow[], at: number): CsvFault {
		const before = rows.filter(({ end }) => end < at).at(-1)?.end ?? place.at;
		const line = place.line + countLineEnds(this.#text, place.at, at);
		const cells = this.#parse(this.#source.slice(before, at - 1), 0)[0]?.cells.length ?? 1;
		return faultAt(
			line,
			Math.max(1, cells),
			"a quotation mark opens this cell, and none closes it before the next separator. Double the marks within a cell.",
		);
	}
}

function hasLooseLineEnd(source: string, cells: readonly string[], separator: string): boolean {
	if (!cells.some(hasLineEnd)) return false;
	let at = 0;
	for (const cell of cells) {
		if (source[at] !== '"') {
			if (hasLineEnd(cell)) return true;
			at += cell.length + 1;
			continue;
		}
		const marks = cell.split('"').length - 1;
		const next = source.indexOf(separator, at + cell.length + marks + 2);
		at = next === -1 ? source.length : next + 1;
	}
	return false;
}

function hasLineEnd(cell: string): boolean {
	return cell.includes("\n") || cell.includes("\r");
}

function isMixed(text: string, lineEnd: CsvDialect["lineEnd"]): boolean {
	if (lineEnd === "\n") return text.includes("\r");
	if (lineEnd === "\r") return text.includes("\n");
	return /\r(?!\n)|(?<!\r)\n/.test(text);
}

function countLineEnds(text: string, start: number, end: number): number {
	let count = 0;
	for (let at = start; at < end; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
	}
	return count;
}
