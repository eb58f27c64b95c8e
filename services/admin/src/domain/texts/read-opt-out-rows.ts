import { readColumns } from "@cloudpbx/domain/csv/read-columns";
import { readCsv } from "@cloudpbx/domain/csv/read-csv";
import { readDialect } from "@cloudpbx/domain/csv/read-dialect";
import { cutNumber } from "../campaigns/read-recipient.ts";

export interface OptOutRow {
	line: number;
	column: number;
	number: string;
	reason: string;
}

const defaultReason = "imported";
const reasonCharactersMax = 500;

/** Without headings the reason follows a number in the first column. Throws `CsvFault`. */
export function readOptOutRows(text: string): OptOutRow[] {
	const rows = [...readCsv(text, readDialect(text))];
	if (rows.length === 0) return [];
	const columns = readColumns(rows.map(({ cells }) => cells));
	const hasHeading = columns.headings.length > 0;
	const reasonAt = hasHeading ? columns.reason : columns.number === 0 ? 1 : -1;
	return rows.slice(columns.headingRows).map(({ line, cells }) => ({
		line,
		column: columns.number + 1,
		number: cutNumber(cells[columns.number] ?? ""),
		reason: (cells[reasonAt]?.trim() || defaultReason).slice(0, reasonCharactersMax),
	}));
}
