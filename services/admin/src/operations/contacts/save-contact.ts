import type { Contact, ContactFields } from "@cloudpbx/contracts/contacts/contacts";
import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { eq } from "drizzle-orm";
import { makeId } from "../../access/secret.ts";
import type { ActorContext } from "../../context.ts";
import { differingFields, type KnownContact, unknownFields } from "../../domain/contacts/fill-contact.ts";
import { recordIfChanged, recordWhere } from "../audit/record-change.ts";
import { attemptsMax } from "../office/versioned-setting.ts";
import {
	type ContactWrite,
	changeContacts,
	insertContacts,
	isUnchangedSinceRead,
	selectContacts,
	toContact,
} from "./contact-rows.ts";
import { findContact } from "./list-contacts.ts";

export type CreateContact = Partial<ContactFields> & { number: string };
export type UpdateContact = Partial<KnownContact> & { version?: number | undefined };

const isTaken = "Another contact has this number. Merge the two if they are the same person.";

/** The audit log cannot be changed, so it holds ids and field names, never a contact's values. */
export async function createContact(ctx: ActorContext, input: CreateContact): Promise<Result<Contact>> {
	const { db, now } = ctx;
	const id = makeId("con");
	const write: ContactWrite = { id, was: null, contact: { ...unknownFields, ...input } };
	const change = { action: "contact.create", target: { kind: "contact", id } };
	const [[inserted] = []] = await runBatch(db, [
		...insertContacts(db, [write], now),
		recordWhere(ctx, change, isUnchangedSinceRead({ id, version: 1 })),
	]);
	if (!inserted) return refuse("conflict", isTaken);
	return findContact(ctx, input.number);
}

/** Absent fields stay. An old version is refused, unless everything is stored already. */
export async function updateContact(
	ctx: ActorContext,
	number: string,
	{ version, ...wish }: UpdateContact,
): Promise<Result<Contact>> {
	const { db, now } = ctx;
	for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
		const [[stored], [other]] = await db.batch([
			selectContacts(db, eq(contacts.number, number)),
			db
				.select({ number: contacts.number })
				.from(contacts)
				.where(eq(contacts.number, wish.number ?? number)),
		]);
		if (!stored) return refuse("not_found", "There is no contact with this number.");
		const current = toContact(stored);
		const contact: KnownContact = { ...current, ...wish };
		const isRenamed = contact.number !== number;
		const fields = [...(isRenamed ? ["number"] : []), ...differingFields(current, wish)];
		if (fields.length === 0) return accept(current);
		if (version !== undefined && version !== current.version) {
			return refuseOldVersion(current, { ...wish, version });
		}
		if (isRenamed && other) return refuse("conflict", `number: ${isTaken}`);
		const { id } = current;
		const change = { action: "contact.update", target: { kind: "contact", id }, after: { fields } };
		const results = await runBatch(db, [
			...changeContacts([{ id, was: stored.row, contact }], now),
			recordIfChanged(ctx, change),
		]);
		if (results.at(-2)?.length === 1) {
			return accept({
				...current,
				...wish,
				version: current.version + 1,
				updatedAt: now.toISOString(),
			});
		}
	}
	return refuse("conflict", "The contact is being changed by others just now. Try again.");
}
