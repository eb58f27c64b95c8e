import type { Contact } from "@cloudpbx/contracts/contacts/contacts";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { inArray, sql } from "drizzle-orm";
import type { ActorContext } from "../../context.ts";
import { mergeContacts as mergeFields } from "../../domain/contacts/fill-contact.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { attemptsMax } from "../office/versioned-setting.ts";
import {
	changeContacts,
	deleteContact,
	isUnchangedSinceRead,
	selectContacts,
	toContact,
} from "./contact-rows.ts";

/** Merges one contact into another and deletes it. */
export async function mergeContacts(
	ctx: ActorContext,
	number: string,
	into: string,
): Promise<Result<Contact>> {
	const { db, now } = ctx;
	if (number === into) return refuse("bad_input", "into: A contact cannot be merged into itself.");
	for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
		const found = await selectContacts(db, inArray(contacts.number, [number, into]));
		const going = found.find(({ row }) => row.number === number);
		const staying = found.find(({ row }) => row.number === into);
		if (!going) return refuse("not_found", "There is no contact with this number.");
		if (!staying) return refuse("bad_input", "into: There is no contact with this number.");
		const current = toContact(staying);
		const merged = mergeFields(current, toContact(going));
		if (merged === null) {
			return refuse("limit_exceeded", "Notes or tags of both together are more than a contact may have.");
		}
		const { id } = current;
		const change = {
			action: "contact.merge",
			target: { kind: "contact", id },
			after: { merged: going.row.id },
		};
		const areAsRead = sql`(${isUnchangedSinceRead(staying.row)} AND ${isUnchangedSinceRead(going.row)})`;
		const isGone = sql`NOT EXISTS (SELECT 1 FROM contacts gone WHERE gone.id = ${going.row.id})`;
		const results = await runBatch(db, [
			...deleteContact(going.row.id, areAsRead),
			...changeContacts([{ id, was: staying.row, contact: { ...merged, number: into } }], now, isGone),
			recordIfChanged(ctx, change),
		]);
		if (results.at(-2)?.length === 1) {
			const version = current.version + 1;
			return accept({ ...current, ...merged, version, updatedAt: now.toISOString() });
		}
	}
	return refuse("conflict", "The contacts are being changed by others just now. Try again.");
}
