import { joinNumber } from "../phone-number.ts";
import { readState } from "../quiet-hours/read-state.ts";
import { columnKindOf, plainHeading, seriesOf } from "./column-kind.ts";
import { CsvFault } from "./csv-fault.ts";

/** Columns by index; -1: missing. */
export interface FoundColumns {
	headings: string[];
	/** Rows before the data: headings, and titles above them. */
	headingRows: number;
	number: number;
	timeZone: number;
	state: number;
	reason: number;
}

interface FindOptions {
	/** A person's answer about the first row. */
	hasHeading?: boolean | undefined;
	takesFirstOfSeries?: boolean;
}

export const sampleRows = 200;
const titleRowsMax = 5;

/**
 * Finds columns by headings, then by content. Throws a `CsvFault` when none or more than one may hold the number.
 */
export function readColumns(rows: readonly (readonly string[])[], options: FindOptions = {}): FoundColumns {
	const all = rows.slice(0, sampleRows).map((row) => row.map((cell) => cell.trim()));
	const titles = options.hasHeading === undefined ? countTitles(all) : 0;
	const cells = all.slice(titles);
	const [first = [], ...rest] = cells;
	const hasHeading = options.hasHeading ?? looksLikeHeading(first, rest);
	const headings = hasHeading ? [...first] : [];
	const body = hasHeading ? rest : cells;
	const kinds = headings.map(columnKindOf);
	const named = [...kinds.keys()].filter((at) => kinds[at] === "number");
	return {
		headings,
		headingRows: hasHeading ? titles + 1 : 0,
		number: named.length > 0 ? chooseNamed(named, headings, body, options) : findByContent(headings, body),
		timeZone: kinds.indexOf("timeZone"),
		state: findState(headings, body),
		reason: kinds.indexOf("reason"),
	};
}

/** Counts one-cell rows above headings that name a number column. */
function countTitles(rows: readonly (readonly string[])[]): number {
	const filled = rows.slice(0, titleRowsMax + 1).map((row) => row.filter((cell) => cell !== ""));
	const at = filled.findIndex((row) => row.length > 1 || row.some(isNumber));
	const heading = filled[at] ?? [];
	const isHeading = !heading.some(isNumber) && heading.some((cell) => columnKindOf(cell) === "number");
	return at > 0 && isHeading ? at : 0;
}

function looksLikeHeading(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
	if (first.some(isNumber)) return false;
	if (first.some((cell) => columnKindOf(cell) === "number")) return true;
	const words = first.filter((cell) => cell !== "");
	if (words.length < 2 || !rest.some((row) => row.some(isNumber))) return false;
	return words.every((cell) => !/\d{3}/.test(cell));
}

function chooseNamed(
	named: readonly number[],
	headings: readonly string[],
	body: readonly (readonly string[])[],
	{ takesFirstOfSeries = false }: FindOptions,
): number {
	const nameOf = (at: number) => plainHeading(headings[at] ?? "");
	const exact = named.filter((at) => nameOf(at) === "number");
	if (exact.length === 1 && exact[0] !== undefined) return exact[0];
	const sure = named.filter((at) => nameOf(at) !== "to");
	const among = exact.length > 1 ? exact : sure.length > 0 ? sure : named;
	const filled = among.filter((at) => body.some((row) => isNumber(row[at] ?? "")));
	const left = filled.length > 0 ? filled : among.slice(0, 1);
	const [best = 0, ...others] = left;
	const isSeries = others.every((at) => seriesOf(headings[at] ?? "") === seriesOf(headings[best] ?? ""));
	if (others.length === 0 || (takesFirstOfSeries && isSeries && exact.length === 0)) return best;
	throw ambiguous(left, headings);
}

/** Returns the column with telephone numbers, or the first one, so that each row is reported. */
function findByContent(headings: readonly string[], body: readonly (readonly string[])[]): number {
	const width = Math.max(0, ...body.map((row) => row.length));
	const counts = Array.from(
		{ length: width },
		(_, at) => body.filter((row) => isNumber(row[at] ?? "")).length,
	);
	const most = Math.max(0, ...counts);
	if (most === 0) {
		if (headings.length === 0) return 0;
		throw new CsvFault(
			`Line 1: none of the columns ${listed(headings)} holds telephone numbers. Expected: a column called “number”, “phone” or “mobile”.`,
		);
	}
	const likely = [...counts.keys()].filter((at) => (counts[at] ?? 0) * 2 >= most);
	if (likely.length > 1) throw ambiguous(likely, headings);
	return likely[0] ?? 0;
}

/** “Region” counts as state only when the column holds nothing else. */
function findState(headings: readonly string[], body: readonly (readonly string[])[]): number {
	const kinds = headings.map(columnKindOf);
	const exact = headings.findIndex((heading) => plainHeading(heading) === "state");
	if (exact !== -1) return exact;
	const named = kinds.indexOf("state");
	if (named !== -1) return named;
	return kinds.findIndex((kind, at) => {
		if (kind !== "region") return false;
		const values = body.map((row) => row[at] ?? "").filter((cell) => cell !== "");
		return values.length > 0 && values.every((value) => readState(value) !== null);
	});
}

function ambiguous(places: readonly number[], headings: readonly string[]): CsvFault {
	const names = places.map((at) =>
		headings[at] ? `“${headings[at].slice(0, 60)}” (column ${at + 1})` : `column ${at + 1}`,
	);
	return new CsvFault(
		`Line 1: ${names.join(" and ")} both hold telephone numbers. Expected: one of them; call it “number”.`,
	);
}

function listed(headings: readonly string[]): string {
	return headings
		.slice(0, 10)
		.map((heading) => `“${heading.slice(0, 60)}”`)
		.join(", ");
}

function isNumber(cell: string): boolean {
	return joinNumber(cell) !== null;
}
