import { contactFieldNames } from "@cloudpbx/contracts/contacts/contacts";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { contactLimits } from "@cloudpbx/contracts/words/contact-limits";
import { differingFields, uniteTags, unknownFields } from "./fill-contact.ts";
import type { ContactFileRow, ReadContact } from "./read-contact-file.ts";

const contactRowsMax = 50_000;

export interface RefusedRow {
	line: number;
	cells: string[];
	reason: string;
}

export interface GatheredContacts {
	contacts: { line: number; contact: ReadContact }[];
	/** Further rows of a number that were merged into its contact. */
	merged: number;
	refused: RefusedRow[];
}

/** A later row of a number fills empty fields; a contradiction is refused. */
export function gatherContacts(rows: Iterable<ContactFileRow>): Result<GatheredContacts> {
	const contacts = new Map<string, { line: number; contact: ReadContact }>();
	const refused: RefusedRow[] = [];
	let merged = 0;
	let count = 0;
	for (const row of rows) {
		count += 1;
		if (count > contactRowsMax) {
			return refuse("limit_exceeded", `The file has more than ${contactRowsMax} rows.`);
		}
		const { line, cells } = row;
		if ("reason" in row) {
			refused.push({ line, cells, reason: row.reason });
			continue;
		}
		const known = contacts.get(row.contact.number);
		if (known === undefined) {
			contacts.set(row.contact.number, { line, contact: row.contact });
			continue;
		}
		const contradicted = listContradictions(known.contact, row.contact);
		if (contradicted.length > 0) {
			const reason = `Line ${known.line} has the same number and another ${contradicted.join(", ")}.`;
			refused.push({ line, cells, reason });
			continue;
		}
		merged += 1;
		known.contact = fill(known.contact, row.contact);
	}
	return accept({ contacts: [...contacts.values()], merged, refused });
}

function listContradictions(known: ReadContact, further: ReadContact): string[] {
	const tags = uniteTags(known.tags ?? [], further.tags ?? []);
	const fields = contactFieldNames.filter((field) => field !== "tags" && known[field] !== undefined);
	const said = Object.fromEntries(fields.map((field) => [field, further[field]]));
	const differing: string[] = differingFields({ ...unknownFields, ...known }, said);
	return tags.length > contactLimits.tags ? [...differing, "tags"] : differing;
}

function fill(known: ReadContact, further: ReadContact): ReadContact {
	const tags = uniteTags(known.tags ?? [], further.tags ?? []);
	return { ...further, ...known, ...(tags.length > 0 && { tags }) };
}
