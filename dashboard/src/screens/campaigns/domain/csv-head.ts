import { columnKindOf } from "@cloudpbx/domain/csv/column-kind";
import { CsvFault } from "@cloudpbx/domain/csv/csv-fault";
import { decodeText, type Encoding } from "@cloudpbx/domain/csv/decode-text";
import { readColumns } from "@cloudpbx/domain/csv/read-columns";
import { type CsvRow, readCsv } from "@cloudpbx/domain/csv/read-csv";
import { type CsvDialect, type CsvSeparator, readDialect } from "@cloudpbx/domain/csv/read-dialect";
import { joinNumber } from "@cloudpbx/domain/phone-number";

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
	/** Characters of the text before its rows: its heading, and the mark and the `sep=` line at the beginning of some files. */
	headingEnd: number;
}

/** Bytes of a file that are looked at. */
export const headBytes = 65_536;
const shownRows = 5;
const fieldCharactersMax = 64;

/**
 * Guesses what each column holds, by the rules of the server; where those find several columns of numbers, a person has to choose.
 * Null: there is nothing in it. `isWhole`: the bytes are all of the file. Throws a `CsvFault` for what is no list.
 */
export function readHead(bytes: Uint8Array, isWhole: boolean, hasHeading?: boolean): CsvHead | null {
	const { encoding, text } = decodeText(bytes, { isWhole });
	const dialect = readDialect(text);
	const rows = readRows(text, dialect, isWhole);
	if (rows.length === 0) return null;
	const { headingRows, uses } = look(rows, hasHeading);
	const headings = rows[headingRows - 1];
	const body = rows.slice(headingRows, headingRows + shownRows);
	const width = Math.max(...[...(headings ? [headings] : []), ...body].map(({ cells }) => cells.length));
	const columns = Array.from({ length: width }, (_, at): Column => {
		const heading = headings?.cells[at]?.trim() ?? "";
		const cells = body.map((row) => row.cells[at]?.trim() ?? "");
		const isEmpty = heading === "" && cells.every((cell) => cell === "");
		return { heading, cells, use: uses.get(at) ?? (isEmpty ? "ignore" : "field") };
	});
	const headingEnd = headings?.end ?? dialect.start;
	return { encoding, separator: dialect.separator, hasHeading: headingRows > 0, columns, headingEnd };
}

/** Those that are whole. */
function readRows(text: string, dialect: CsvDialect, isWhole: boolean): CsvRow[] {
	const rows: CsvRow[] = [];
	try {
		for (const row of readCsv(text, dialect)) rows.push(row);
	} catch (error) {
		// A cell that is cut off looks like one that nobody closes.
		if (isWhole || !(error instanceof CsvFault) || rows.length === 0) throw error;
		return rows;
	}
	if (!isWhole && rows.length > 1) rows.pop();
	return rows;
}

function look(rows: readonly CsvRow[], hasHeading: boolean | undefined) {
	const cells = rows.map((row) => row.cells);
	try {
		const found = readColumns(cells, { hasHeading, takesFirstOfSeries: true });
		const uses = new Map<number, ColumnUse>([
			[found.state, "state"],
			[found.timeZone, "timeZone"],
			[found.number, "number"],
		]);
		return { headingRows: found.headingRows, uses };
	} catch (error) {
		if (!(error instanceof CsvFault)) throw error;
		const isHeading = hasHeading ?? !cells[0]?.some(looksLikeNumber);
		return { headingRows: isHeading ? 1 : 0, uses: new Map<number, ColumnUse>() };
	}
}

export function looksLikeNumber(cell: string): boolean {
	return joinNumber(cell) !== null;
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
	const kind = columnKindOf(name);
	return kind !== null && kind !== "reason";
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
