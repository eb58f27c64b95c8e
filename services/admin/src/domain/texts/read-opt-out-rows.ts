import { findColumns } from "@cloudpbx/domain/csv/find-columns";
import { findDialect } from "@cloudpbx/domain/csv/find-dialect";
import { readCsv } from "@cloudpbx/domain/csv/read-csv";
import { cutNumber } from "../campaigns/read-recipient.ts";

export interface OptOutRow {
	line: number;
	/** Of the number, from 1. */
	column: number;
	number: string;
	reason: string;
}

/** What the ledger says of a row without a reason. */
const defaultReason = "imported";
const reasonCharactersMax = 500;

/**
 * The rows of a file of opted-out numbers. Headings say which columns hold the number and the `reason`, so that an exported
 * file can be read back; without headings the reason stands behind a number that comes first. Throws a `CsvFault` for what is not
 * understood.
 */
export function readOptOutRows(text: string): OptOutRow[] {
	const rows = [...readCsv(text, findDialect(text))];
	if (rows.length === 0) return [];
	const columns = findColumns(rows.map(({ cells }) => cells));
	const hasHeading = columns.headings.length > 0;
	const reasonAt = hasHeading ? columns.reason : columns.number === 0 ? 1 : -1;
	return rows.slice(columns.headingRows).map(({ line, cells }) => ({
		line,
		column: columns.number + 1,
		number: cutNumber(cells[columns.number] ?? ""),
		reason: (cells[reasonAt]?.trim() || defaultReason).slice(0, reasonCharactersMax),
	}));
}
