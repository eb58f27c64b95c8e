import Papa from "papaparse";
import { joinNumber } from "../phone-number.ts";
import { CsvFault } from "./csv-fault.ts";

export type CsvSeparator = "," | ";" | "\t" | "|";

export interface CsvDialect {
	separator: CsvSeparator;
	lineEnd: "\n" | "\r" | "\r\n";
	start: number;
	startLine: number;
}

const separators: readonly CsvSeparator[] = [",", ";", "\t", "|"];
const headCharacters = 20_000;
const headRows = 20;

/** Reads the `sep=` line, or else the first rows. Throws a `CsvFault` for an unknown separator. */
export function readDialect(text: string): CsvDialect {
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
	numbers: number;
	even: number;
	cells: number;
}

/** Prefers the separator that keeps telephone numbers whole, then the one that cuts the rows most evenly. */
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
