import { columnKindOf } from "@cloudpbx/domain/csv/column-kind";
import { CsvFault } from "@cloudpbx/domain/csv/csv-fault";
import { decodeText, type Encoding } from "@cloudpbx/domain/csv/decode-text";
import { readColumns } from "@cloudpbx/domain/csv/read-columns";
import { type CsvRow, readCsv } from "@cloudpbx/domain/csv/read-csv";
import { type CsvDialect, type CsvSeparator, readDialect } from "@cloudpbx/domain/csv/read-dialect";
import { joinNumber } from "@cloudpbx/domain/phone-number";

export type ColumnUse = "number" | "field" | "timeZone" | "state" | "ignore";

export interface Column {
	heading: string;
	use: ColumnUse;
	cells: string[];
}

export interface CsvHead {
	encoding: Encoding;
	separator: CsvSeparator;
	hasHeading: boolean;
	columns: Column[];
	/** Characters before the rows: the heading, and the byte order mark and `sep=` line of some files. */
	headingEnd: number;
}

/** Bytes of a file that are read. */
export const headBytes = 65_536;
const shownRows = 5;
const fieldCharactersMax = 64;

/**
 * Guesses the columns by the server's rules. With several number columns a person has to choose. Null: empty.
 * `isWhole`: the bytes are the whole file. Throws a `CsvFault` for a file that is not a list.
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

function readRows(text: string, dialect: CsvDialect, isWhole: boolean): CsvRow[] {
	const rows: CsvRow[] = [];
	try {
		for (const row of readCsv(text, dialect)) rows.push(row);
	} catch (error) {
		// A cell that is cut off looks unclosed.
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

/** Changes one column's use. Numbers, zones and states have one column each. */
export function useColumn(columns: readonly Column[], at: number, use: ColumnUse): Column[] {
	const isSingle = use === "number" || use === "timeZone" || use === "state";
	return columns.map((column, index) => {
		if (index === at) return { ...column, use };
		return isSingle && column.use === use ? { ...column, use: "field" } : column;
	});
}

/** The field name of each column: valid in the message, and unique. */
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

function isReserved(name: string): boolean {
	const kind = columnKindOf(name);
	return kind !== null && kind !== "reason";
}

/** The heading for the upload; the server ignores columns without a heading. */
export function writeHeading(columns: readonly Column[], separator: CsvSeparator): string {
	const fields = nameFields(columns);
	const words = { number: "number", timeZone: "time zone", state: "state", ignore: "" };
	const cells = columns.map(({ use }, at) => (use === "field" ? (fields[at] ?? "") : words[use]));
	return `${cells.join(separator)}\n`;
}

function plain(name: string): string {
	return name.toLowerCase().replace(/[\s_.-]+/g, "");
}
