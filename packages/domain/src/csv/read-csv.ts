import Papa from "papaparse";
import { type CsvFault, faultAt } from "./csv-fault.ts";
import { unguardCell } from "./guard-cell.ts";
import type { CsvDialect } from "./read-dialect.ts";

export interface CsvRow {
	line: number;
	cells: string[];
	/** Characters up to the end of this row, line end included. */
	end: number;
}

/** Further cells of a row are dropped, so that a row of commas does not fill the memory. */
const cellsMax = 1000;
const partCharacters = 65_536;
/** A longer row has an unclosed quotation mark. */
const rowCharactersMax = 1_000_000;
/** Blank rows included: ten times the maximum of a campaign. */
const rowsMax = 1_000_000;

interface Place {
	at: number;
	line: number;
}

interface FoundRow {
	cells: string[];
	end: number;
	/** Place of a cell with wrong quotation marks; may be off by one character. */
	faultAt: number | null;
}

/** Reads RFC 4180 as spreadsheets write it, row by row. Throws a `CsvFault` for wrong quotation marks. */
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

class RowSource {
	readonly #text: string;
	readonly #separator: string;
	#lineEnd: CsvDialect["lineEnd"];
	/** The same text with uniform line ends, of the same length; null while they were uniform. */
	#evened: string | null = null;

	constructor(text: string, separator: string, lineEnd: CsvDialect["lineEnd"]) {
		this.#text = text;
		this.#separator = separator;
		this.#lineEnd = lineEnd;
	}

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
		// The library drops a byte order mark at the beginning of each part.
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

	/** True when a line end stands after a closed quotation mark or in an unquoted cell. */
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
	 * Joined files mix line ends. Writes each CRLF as a space and LF, which keeps the places; false: nothing changed.
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
