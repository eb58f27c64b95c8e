import { type ContactFields, contactFieldNames } from "@cloudpbx/contracts/contacts/contacts";
import { tagMarks } from "@cloudpbx/contracts/words/contact-limits";
import { CsvFault } from "@cloudpbx/domain/csv/csv-fault";
import { type ContactColumns, matchContactColumns } from "@cloudpbx/domain/csv/match-contact-columns";
import { readColumns, sampleRows } from "@cloudpbx/domain/csv/read-columns";
import { type CsvRow, readCsv } from "@cloudpbx/domain/csv/read-csv";
import { readDialect } from "@cloudpbx/domain/csv/read-dialect";
import { takeRows } from "@cloudpbx/domain/csv/take-rows";
import { CreateContactInput } from "./contact-input.ts";
import type { KnownContact } from "./fill-contact.ts";

/** Fields of a row; empty cells and missing columns are absent. */
export type ReadContact = Partial<ContactFields> & Pick<KnownContact, "number">;

export type ContactFileRow = { line: number; cells: string[] } & (
	| { contact: ReadContact }
	| { reason: string }
);

export interface ContactFile {
	headings: string[];
	columns: { heading: string; field: string | null }[];
	rows: Iterable<ContactFileRow>;
}

type Places = ContactColumns & { number: number; timeZone: number; state: number };

/** Reads the rows one by one. Throws `CsvFault` without headings or a number column. */
export function readContactFile(text: string): ContactFile {
	const rows = readCsv(text, readDialect(text));
	const sample = takeRows(rows, sampleRows + 1);
	if (sample.length === 0) return { headings: [], columns: [], rows: [] };
	const { headings, headingRows, ...found } = readColumns(
		sample.map(({ cells }) => cells),
		{ takesFirstOfSeries: true },
	);
	if (headings.length === 0 && sample.some(({ cells }) => cells.filter((cell) => cell.trim()).length > 1)) {
		throw new CsvFault(
			"Line 1: there are no headings. Expected: a first line such as number,name,company,email,tags,notes.",
		);
	}
	const taken = [found.number, found.timeZone, found.state];
	const places = { ...matchContactColumns(headings, taken), ...found };
	const read = function* () {
		for (const row of sample.slice(headingRows)) yield readRow(row, places);
		for (const row of rows) yield readRow(row, places);
	};
	const columns = headings.map((heading, at) => ({ heading, field: fieldAt(at, places) }));
	return { headings, columns, rows: read() };
}

function fieldAt(at: number, places: Places): string | null {
	const field = (["number", ...contactFieldNames] as const).find((name) => places[name] === at);
	if (field !== undefined) return field;
	return places.name === -1 && (at === places.firstName || at === places.lastName) ? "name" : null;
}

function readRow({ line, cells }: CsvRow, places: Places): ContactFileRow {
	const number = cells[places.number]?.trim() ?? "";
	if (number === "") return { line, cells, reason: "There is no number in this row." };
	const { success, data, error } = CreateContactInput.safeParse({ number, ...readFields(cells, places) });
	if (success) return { line, cells, contact: data };
	const [issue] = error.issues;
	const [field] = issue?.path ?? [];
	return { line, cells, reason: `${String(field)}: ${issue?.message}` };
}

function readFields(cells: readonly string[], places: Places): Record<string, unknown> {
	const at = (place: number) => cells[place]?.trim() ?? "";
	const whole = [at(places.firstName), at(places.lastName)].filter((part) => part !== "").join(" ");
	const texts = {
		name: places.name === -1 ? whole : at(places.name),
		company: at(places.company),
		email: at(places.email),
		notes: at(places.notes),
		timeZone: at(places.timeZone),
		state: at(places.state),
	};
	const fields: Record<string, unknown> = Object.fromEntries(
		Object.entries(texts).filter(([, text]) => text !== ""),
	);
	const tags = at(places.tags)
		.split(new RegExp(tagMarks, "u"))
		.map((tag) => tag.trim())
		.filter((tag) => tag !== "");
	if (tags.length > 0) fields.tags = tags;
	return fields;
}
