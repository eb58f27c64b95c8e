import Papa from "papaparse";
import { joinNumber } from "../phone-number.ts";
import { CsvFault } from "./csv-fault.ts";

export type CsvSeparator = "," | ";" | "\t" | "|";

/** How a file is written. */
export interface CsvDialect {
	separator: CsvSeparator;
	lineEnd: "\n" | "\r" | "\r\n";
	/** Characters before the first row: a byte order mark, and the line with which Excel names the separator. */
	start: number;
	/** The line on which the first row begins, from 1. */
	startLine: number;
}

/** In the order in which they are preferred where nothing tells them apart. */
const separators: readonly CsvSeparator[] = [",", ";", "\t", "|"];
/** What is looked at. */
const headCharacters = 20_000;
const headRows = 20;

/** Told by its `sep=` line, or else by its first rows. Throws a `CsvFault` for a separator that is not known here. */
export function findDialect(text: string): CsvDialect {
	const mark = text.startsWith("\uFEFF") ? 1 : 0;
	const head = text.slice(mark, mark + headCharacters);
	const said = /^"?sep=([^\r\n]?)"?[ \t]*(\r\n|\r|\n|$)/i.exec(head);
	if (said) {
		const [line, separator = ""] = said;
		return {
			separator: knownSeparator(separator),
			lineEnd: findLineEnd(head.slice(line.length)),
			start: mark + line.length,
			startLine: 2,
		};
	}
	const lineEnd = findLineEnd(head);
	return { separator: findSeparator(head, lineEnd), lineEnd, start: mark, startLine: 1 };
}

function knownSeparator(text: string): CsvSeparator {
	const found = separators.find((separator) => separator === text);
	if (found !== undefined) return found;
	throw new CsvFault(
		`Line 1: “sep=${text}” names a separator that is not known here. Expected: a comma, a semicolon, a tab or a bar.`,
	);
}

/** The first line end that is not within a cell. */
function findLineEnd(head: string): CsvDialect["lineEnd"] {
	let isQuoted = false;
	for (let at = 0; at < head.length; at += 1) {
		const character = head[at];
		if (character === '"') isQuoted = !isQuoted;
		if (isQuoted) continue;
		if (character === "\n") return "\n";
		if (character === "\r") return head[at + 1] === "\n" ? "\r\n" : "\r";
	}
	return "\n";
}

interface Likeness {
	separator: CsvSeparator;
	/** Rows in which a telephone number stands in a cell of its own. */
	numbers: number;
	/** Rows with as many cells as the first one, more than one. */
	even: number;
	cells: number;
}

/** The one that leaves telephone numbers alone, then the one that cuts the rows most evenly. */
function findSeparator(head: string, lineEnd: CsvDialect["lineEnd"]): CsvSeparator {
	const found = separators
		.filter((separator) => head.includes(separator))
		.map((separator) => measure(head, separator, lineEnd));
	found.sort((one, other) => other.numbers - one.numbers || other.even - one.even || other.cells - one.cells);
	return found[0]?.separator ?? ",";
}

function measure(head: string, separator: CsvSeparator, lineEnd: CsvDialect["lineEnd"]): Likeness {
	const { data } = Papa.parse<string[]>(head, { delimiter: separator, newline: lineEnd, preview: headRows });
	const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ""));
	const cells = rows[0]?.length ?? 0;
	return {
		separator,
		numbers: rows.filter((row) => row.length > 1 && row.some((cell) => joinNumber(cell) !== null)).length,
		even: cells > 1 ? rows.filter((row) => row.length === cells).length : 0,
		cells,
	};
}
