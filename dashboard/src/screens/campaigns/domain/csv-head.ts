import { type CsvSeparator, findCsvSeparator, readCsv } from "@cloudpbx/domain/csv/read-csv";

/** Of a file, as far as it can be told by its beginning. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type ColumnUse = "number" | "field" | "timeZone" | "state" | "ignore";

export interface Column {
	/** As the file has it; empty without one. */
	heading: string;
	use: ColumnUse;
	/** Its cells in the first rows. */
	cells: string[];
}

/** What the beginning of a list tells. */
export interface CsvHead {
	encoding: Encoding;
	separator: CsvSeparator;
	hasHeading: boolean;
	columns: Column[];
	/** Characters of the text before its rows: its heading, and the mark at the beginning of some files. */
	headingEnd: number;
}

/** Bytes of a file that are looked at. */
export const headBytes = 65_536;
const shownRows = 5;
const fieldCharactersMax = 64;

const numberNames = /^(number|(tele)?phone(number)?|mobile(phone|number)?|cell(phone|number)?|tel|to)$/;
const timeZoneNames = /^(timezone|tz)$/;
const stateNames = /^(state|province)$/;

/** Reads it as text, in the encoding that fits. A character that is cut at the end of a part is left out. */
export function decodeText(bytes: Uint8Array, isWhole: boolean): { encoding: Encoding; text: string } {
	const encoding = findEncoding(bytes, isWhole);
	// The mark at the beginning counts, since places in the text become places in the file.
	const decoder = new TextDecoder(encoding, { ignoreBOM: true });
	return { encoding, text: decoder.decode(bytes, { stream: !isWhole }) };
}

function findEncoding(bytes: Uint8Array, isWhole: boolean): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !isWhole });
		return "utf-8";
	} catch {
		return "windows-1252";
	}
}

/** Guesses what each column holds. Null: there is nothing in it. `isWhole`: the bytes are all of the file. */
export function readHead(bytes: Uint8Array, isWhole: boolean, hasHeading?: boolean): CsvHead | null {
	const { encoding, text } = decodeText(bytes, isWhole);
	const separator = findCsvSeparator(text);
	const rows: { cells: string[]; end: number }[] = [];
	for (const { cells, end } of readCsv(text, separator)) {
		rows.push({ cells, end });
		if (rows.length > shownRows + 1) break;
	}
	// The last row of a part may be half a row.
	if (!isWhole && rows.length > 1 && rows.at(-1)?.end === text.length) rows.pop();
	const [first] = rows;
	if (!first) return null;
	const isHeading = hasHeading ?? looksLikeHeading(first.cells);
	const body = (isHeading ? rows.slice(1) : rows).slice(0, shownRows);
	const width = Math.max(...rows.map(({ cells }) => cells.length));
	const columns = Array.from({ length: width }, (_, at) => ({
		heading: isHeading ? (first.cells[at] ?? "") : "",
		cells: body.map(({ cells }) => cells[at] ?? ""),
	}));
	const headingEnd = isHeading ? first.end : text.startsWith("\uFEFF") ? 1 : 0;
	return { encoding, separator, hasHeading: isHeading, columns: guessUses(columns), headingEnd };
}

/** A line with a telephone number in it is none, and neither is a single word that names nothing. */
function looksLikeHeading(cells: string[]): boolean {
	if (cells.some(looksLikeNumber)) return false;
	return cells.length > 1 || numberNames.test(plain(cells[0] ?? ""));
}

export function looksLikeNumber(cell: string): boolean {
	const digits = cell.replace(/\D/g, "").length;
	return /^[+(\d][\d\s().+/–-]*$/.test(cell) && digits >= 7 && digits <= 15;
}

function guessUses(columns: Omit<Column, "use">[]): Column[] {
	const names = columns.map(({ heading }) => plain(heading));
	const likeness = columns.map(({ cells }) => cells.filter(looksLikeNumber).length);
	const named = names.findIndex((name) => numberNames.test(name));
	const likeliest = likeness.indexOf(Math.max(...likeness));
	const numberAt = named === -1 ? likeliest : named;
	return columns.map((column, at) => ({
		...column,
		use: guessUse(column, names[at] ?? "", at === numberAt),
	}));
}

function guessUse({ heading, cells }: Omit<Column, "use">, name: string, isNumber: boolean): ColumnUse {
	if (isNumber) return "number";
	if (timeZoneNames.test(name)) return "timeZone";
	if (stateNames.test(name)) return "state";
	return heading === "" && cells.every((cell) => cell === "") ? "ignore" : "field";
}

/** The columns with one that is used otherwise. Numbers, zones and states stand in one column each. */
export function useColumn(columns: readonly Column[], at: number, use: ColumnUse): Column[] {
	const isSingle = use === "number" || use === "timeZone" || use === "state";
	return columns.map((column, index) => {
		if (index === at) return { ...column, use };
		return isSingle && column.use === use ? { ...column, use: "field" } : column;
	});
}

/** What the message calls each column, as far as it is a field: names that it can hold, each once. */
export function nameFields(columns: readonly Column[]): string[] {
	const taken = new Set<string>();
	return columns.map(({ heading, use }, at) => {
		if (use !== "field") return "";
		const clean = heading
			.replace(/[^\p{L}\p{N}_ .-]+/gu, " ")
			.replace(/^[\s.-]+|\s+$/g, "")
			.replace(/\s+/g, " ")
			.slice(0, fieldCharactersMax - 8)
			.trim();
		const wanted = isReserved(clean) ? `${clean} field` : clean || `field ${at + 1}`;
		let name = wanted;
		for (let count = 2; taken.has(plain(name)); count++) name = `${wanted} ${count}`;
		taken.add(plain(name));
		return name;
	});
}

/** Words that mean something else to whoever reads the list. */
function isReserved(name: string): boolean {
	const word = plain(name);
	return numberNames.test(word) || timeZoneNames.test(word) || stateNames.test(word);
}

/** The line that says of each column what it is; a column without a heading is left out of the list. */
export function writeHeading(columns: readonly Column[], separator: CsvSeparator): string {
	const fields = nameFields(columns);
	const words = { number: "number", timeZone: "time zone", state: "state", ignore: "" };
	const cells = columns.map(({ use }, at) => (use === "field" ? (fields[at] ?? "") : words[use]));
	return `${cells.join(separator)}\n`;
}

function plain(name: string): string {
	return name.toLowerCase().replace(/[\s_.-]+/g, "");
}
