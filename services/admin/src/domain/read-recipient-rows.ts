import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns";
import { type CsvRow, findCsvSeparator, readCsv } from "@cloudpbx/domain/csv/read-csv";
import { addField, makeRecipient } from "./read-recipient.ts";
import { findRecipientNames } from "./recipient-names.ts";

export interface PlacedRecipient {
	/** Where a person finds it. */
	place: string;
	recipient: CampaignRecipientInput;
}

/**
 * The rows of a file of recipients. A first line that names a column `number` (or `phone`, `phone number`, `to`) is a heading;
 * its columns `time zone` and `state` say where somebody is, every other one is a merge field by its heading. Without a
 * heading the number comes first, and there are no fields. Semicolons or tabs stand between the cells where the first line has
 * no comma.
 */
export function* readRecipientRows(text: string): Generator<PlacedRecipient, void, undefined> {
	let read: ((row: CsvRow) => CampaignRecipientInput) | null = null;
	for (const row of readCsv(text, findCsvSeparator(text))) {
		if (read === null) {
			const hasHeading = findRecipientNames(row.cells).number !== null;
			read = hasHeading ? readerOf(row.cells) : readerOf(["number"]);
			if (hasHeading) continue;
		}
		yield { place: `Line ${row.line}`, recipient: read(row) };
	}
}

function readerOf(headings: string[]): (row: CsvRow) => CampaignRecipientInput {
	const names = findRecipientNames(headings);
	const numberAt = indexOf(headings, names.number);
	const timeZoneAt = indexOf(headings, names.timeZone);
	const stateAt = indexOf(headings, names.state);
	const fieldsAt = [...headings.keys()].filter(
		(index) => index !== numberAt && index !== timeZoneAt && index !== stateAt,
	);
	return ({ cells }) => {
		const fields: Record<string, string> = {};
		for (const index of fieldsAt) addField(fields, headings[index] ?? "", cells[index] ?? null);
		return makeRecipient({
			number: cells[numberAt] ?? "",
			timeZone: cells[timeZoneAt] ?? null,
			state: cells[stateAt] ?? null,
			fields,
		});
	};
}

/** -1 where there is no such column: no cell is there either. */
function indexOf(headings: readonly string[], name: string | null): number {
	return name === null ? -1 : headings.indexOf(name);
}
