import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { type FoundColumns, readColumns, sampleRows } from "@cloudpbx/domain/csv/read-columns";
import { type CsvRow, readCsv } from "@cloudpbx/domain/csv/read-csv";
import { readDialect } from "@cloudpbx/domain/csv/read-dialect";
import { takeRows } from "@cloudpbx/domain/csv/take-rows";
import { addField, makeRecipient } from "./read-recipient.ts";

export interface PlacedRecipient {
	place: string;
	numberPlace: string;
	recipient: CampaignRecipientInput;
}

/** Unnamed columns are no fields; the number column is detected then. Throws `CsvFault`. */
export function* readRecipientRows(text: string): Generator<PlacedRecipient, void, undefined> {
	const rows = readCsv(text, readDialect(text));
	const sample = takeRows(rows, sampleRows + 1);
	if (sample.length === 0) return;
	const columns = readColumns(
		sample.map(({ cells }) => cells),
		{ takesFirstOfSeries: true },
	);
	const read = readerOf(columns);
	for (const row of sample.slice(columns.headingRows)) yield read(row);
	for (const row of rows) yield read(row);
}

function readerOf({ headings, ...columns }: FoundColumns): (row: CsvRow) => PlacedRecipient {
	const used = [columns.number, columns.timeZone, columns.state];
	const fieldsAt = [...headings.keys()].filter((at) => !used.includes(at));
	const heading = headings[columns.number];
	const numberPlace = `column ${columns.number + 1}${heading ? ` (“${heading.slice(0, 60)}”)` : ""}`;
	return ({ line, cells }) => {
		const fields: Record<string, string> = {};
		for (const at of fieldsAt) addField(fields, headings[at] ?? "", cells[at]?.trim() ?? null);
		const recipient = makeRecipient({
			number: cells[columns.number] ?? "",
			timeZone: cells[columns.timeZone] ?? null,
			state: cells[columns.state] ?? null,
			fields,
		});
		return { place: `Line ${line}`, numberPlace, recipient };
	};
}
