import { type Contact, foldTag } from "@cloudpbx/contracts/contacts/contacts";
import { selectRows } from "@cloudpbx/db/json-rows";
import type { Db } from "@cloudpbx/db/open-db";
import { contacts, contactTags, contactWords } from "@cloudpbx/db/schema/contacts";
import { type SQL, sql } from "drizzle-orm";
import { listContactWords, sortNameOf } from "../../domain/contacts/contact-words.ts";
import type { KnownContact } from "../../domain/contacts/fill-contact.ts";

export interface StoredContact {
	row: typeof contacts.$inferSelect;
	tags: string[];
}

export const tagsOfContact = sql<string[]>`(
	SELECT json_group_array(tag)
	FROM (SELECT tag FROM contact_tags WHERE contact_id = contacts.id ORDER BY contact_tags.rowid)
)`.mapWith((text: string) => JSON.parse(text) as string[]);

export function selectContacts(db: Db, condition: SQL | undefined) {
	return db.select({ row: contacts, tags: tagsOfContact }).from(contacts).where(condition);
}

export function toContact({ row, tags }: StoredContact): Contact {
	const { id, number, name, company, email, notes, timeZone, state, version } = row;
	const createdAt = row.createdAt.toISOString();
	const updatedAt = row.updatedAt.toISOString();
	return { id, number, name, company, email, tags, notes, timeZone, state, version, createdAt, updatedAt };
}

export interface ContactWrite {
	id: string;
	/** State that was read before; null for a new contact. */
	was: { version: number; createdAt: Date } | null;
	contact: KnownContact;
}

/** Three statements for a batch; the first returns the stored ids. A number that exists is skipped. */
export function insertContacts(db: Db, writes: readonly ContactWrite[], now: Date): SQL[] {
	const isFree = sql`NOT EXISTS (SELECT 1 FROM ${contacts} WHERE ${contacts.number} = r.value ->> '$.number')`;
	const isStored = sql`EXISTS (SELECT 1 FROM ${contacts} WHERE ${contacts.id} = r.value ->> '$.id')`;
	const inserted = db
		.insert(contacts)
		.select(
			selectRows(
				contacts,
				writes.map((write) => toRow(write, now)),
				isFree,
			),
		)
		.onConflictDoNothing()
		.returning({ id: contacts.id });
	return [inserted.getSQL(), ...insertLinks(writes, isStored)];
}

export function changeContacts(
	writes: readonly ContactWrite[],
	now: Date,
	condition: SQL = sql`true`,
): SQL[] {
	const unchanged = listUnchanged(writes, condition);
	const values = writes.map((write) => toRow(write, now));
	const rows = values.map((row) => ({ ...row, updatedAt: row.updatedAt.getTime() }));
	return [
		sql`DELETE FROM ${contactTags} WHERE ${contactTags.contactId} IN ${unchanged}`,
		sql`DELETE FROM ${contactWords} WHERE ${contactWords.contactId} IN ${unchanged}`,
		...insertLinks(writes, sql`r.value ->> '$.id' IN ${unchanged}`),
		sql`UPDATE contacts SET
			number = r.value ->> '$.number', name = r.value ->> '$.name', company = r.value ->> '$.company',
			email = r.value ->> '$.email', notes = r.value ->> '$.notes', time_zone = r.value ->> '$.timeZone',
			state = r.value ->> '$.state', sort_name = r.value ->> '$.sortName',
			updated_at = r.value ->> '$.updatedAt', version = r.value ->> '$.version'
			FROM json_each(${JSON.stringify(rows)}) r
			WHERE contacts.id = r.value ->> '$.id' AND r.value ->> '$.id' IN ${unchanged}
			RETURNING contacts.id`,
	];
}

/** Deletes a contact when `condition` holds; the last statement returns its id. */
export function deleteContact(id: string, condition: SQL = sql`true`): SQL[] {
	return [
		sql`DELETE FROM ${contactTags} WHERE ${contactTags.contactId} = ${id} AND ${condition}`,
		sql`DELETE FROM ${contactWords} WHERE ${contactWords.contactId} = ${id} AND ${condition}`,
		sql`DELETE FROM ${contacts} WHERE ${contacts.id} = ${id} AND ${condition} RETURNING id`,
	];
}

/** Holds while the contact is unchanged since it was read. */
export function isUnchangedSinceRead({ id, version }: { id: string; version: number }): SQL {
	return sql`EXISTS (SELECT 1 FROM contacts read_before WHERE read_before.id = ${id} AND read_before.version = ${version})`;
}

function listUnchanged(writes: readonly ContactWrite[], condition: SQL): SQL {
	const read = writes.map(({ id, was, contact }) => ({ id, version: was?.version, number: contact.number }));
	return sql`(
		SELECT known.id FROM json_each(${JSON.stringify(read)}) r
		JOIN contacts known ON known.id = r.value ->> '$.id' AND known.version = r.value ->> '$.version'
		WHERE ${condition} AND (known.number = r.value ->> '$.number'
			OR NOT EXISTS (SELECT 1 FROM contacts other WHERE other.number = r.value ->> '$.number'))
	)`;
}

/** Tags and words of contacts for which `isStored` holds; `r.value ->> '$.id'` is the contact. */
function insertLinks(writes: readonly ContactWrite[], isStored: SQL): SQL[] {
	const tags = writes.flatMap(({ id, contact }) =>
		contact.tags.length === 0
			? []
			: [{ id, tags: contact.tags.map((tag) => ({ tag, folded: foldTag(tag) })) }],
	);
	const words = writes.map(({ id, contact }) => ({ id, words: listContactWords(contact) }));
	return [
		sql`INSERT INTO ${contactTags} (contact_id, folded, tag)
			SELECT r.value ->> '$.id', t.value ->> '$.folded', t.value ->> '$.tag'
			FROM json_each(${JSON.stringify(tags)}) r, json_each(r.value, '$.tags') t
			WHERE ${isStored} ON CONFLICT DO NOTHING`,
		sql`INSERT INTO ${contactWords} (word, contact_id)
			SELECT w.value, r.value ->> '$.id'
			FROM json_each(${JSON.stringify(words)}) r, json_each(r.value, '$.words') w
			WHERE ${isStored} ON CONFLICT DO NOTHING`,
	];
}

function toRow({ id, was, contact }: ContactWrite, now: Date) {
	const { number, name, company, email, notes, timeZone, state } = contact;
	return {
		id,
		number,
		name,
		company,
		email,
		notes,
		timeZone,
		state,
		sortName: sortNameOf(contact),
		createdAt: was?.createdAt ?? now,
		updatedAt: now,
		version: (was?.version ?? 0) + 1,
	};
}
