import { type Contact, contactFieldNames } from "@cloudpbx/contracts/contacts/contacts";
import type { Context } from "../../context.ts";
import { writeCsvHeading, writeCsvRows } from "../../domain/files/write-csv.ts";
import { decodeCursor } from "../../domain/lists/cursor.ts";
import type { CsvPart } from "../campaigns/export-recipients.ts";
import type { PageRequest } from "../lists/page.ts";
import { type ContactFilter, listContacts } from "./list-contacts.ts";

const rowsOfPage = 1000;
const pagesMax = 50;

export const contactColumns = ["number", ...contactFieldNames] as const satisfies readonly (keyof Contact)[];

/** One file's part of the list, in the format of the import. */
export async function exportContacts(
	ctx: Context,
	filter: ContactFilter,
	cursor: PageRequest["cursor"],
): Promise<CsvPart> {
	const parts = [writeCsvHeading(contactColumns)];
	let next = cursor;
	for (let pages = 0; pages < pagesMax; pages += 1) {
		const page = await listContacts(ctx, filter, { limit: rowsOfPage, cursor: next });
		parts.push(writeCsvRows(page.items.map(toFileRow), contactColumns));
		if (page.nextCursor === null) return { csv: parts.join(""), nextCursor: null };
		next = decodeCursor(page.nextCursor, "string");
		if (pages === pagesMax - 1) return { csv: parts.join(""), nextCursor: page.nextCursor };
	}
	return { csv: parts.join(""), nextCursor: null };
}

export function toFileRow({ tags, ...contact }: Contact) {
	return { ...contact, tags: tags.join(", ") };
}
