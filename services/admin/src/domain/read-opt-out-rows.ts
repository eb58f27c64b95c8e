import { readCsv } from "@cloudpbx/domain/csv/read-csv";

export interface OptOutRow {
	line: number;
	number: string;
	reason: string;
}

/** What the ledger says of a row without a reason. */
const defaultReason = "imported";
const reasonCharactersMax = 500;
const numberCharactersMax = 64;

/**
 * The rows of a file of opted-out numbers. A first line that names a column `number` (or `phone`) is a heading, and may name
 * `reason`, so that an exported file can be read back; without one the number comes first and the reason second.
 */
export function readOptOutRows(text: string): OptOutRow[] {
	const rows = [...readCsv(text)];
	const heading = rows[0]?.cells.map((cell) => cell.toLowerCase()) ?? [];
	const named = heading.findIndex((cell) => /^(phone ?)?number$|^phone$/.test(cell));
	const numberAt = Math.max(0, named);
	const reasonAt = named === -1 ? 1 : heading.indexOf("reason");
	return rows.slice(named === -1 ? 0 : 1).map(({ line, cells }) => ({
		line,
		number: (cells[numberAt] ?? "").slice(0, numberCharactersMax),
		reason: (cells[reasonAt] || defaultReason).slice(0, reasonCharactersMax),
	}));
}
