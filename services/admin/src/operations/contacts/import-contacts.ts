import type { ContactImport } from "@cloudpbx/contracts/contacts/contacts";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { splitRows } from "@cloudpbx/db/split-rows";
import { sql } from "drizzle-orm";
import { makeId } from "../../access/secret.ts";
import type { ActorContext } from "../../context.ts";
import { differingFields, unknownFields } from "../../domain/contacts/fill-contact.ts";
import type { GatheredContacts, RefusedRow } from "../../domain/contacts/gather-contacts.ts";
import type { ContactFile } from "../../domain/contacts/read-contact-file.ts";
import { recordDone } from "../audit/record-change.ts";
import {
	type ContactWrite,
	changeContacts,
	insertContacts,
	selectContacts,
	toContact,
} from "./contact-rows.ts";

/** Maximum contacts of one batch; D1 limits a value to 2 MB. */
const part = { rowsMax: 1000, bytesMax: 600_000 };
const attemptsMax = 3;
const refusedShownMax = 200;

interface GatheredFile extends Pick<ContactFile, "columns"> {
	gathered: GatheredContacts;
}

type Gathered = GatheredContacts["contacts"][number];
type Counts = Pick<ContactImport, "added" | "changed" | "unchanged">;

export interface ImportedContacts {
	report: ContactImport;
	refused: RefusedRow[];
}

/** Idempotent, so an interrupted import can be repeated. `preview` only counts. */
export async function importContacts(
	ctx: ActorContext,
	{ columns, gathered }: GatheredFile,
	{ preview }: { preview: boolean },
): Promise<Result<ImportedContacts>> {
	const { contacts: all, merged } = gathered;
	const refused = [...gathered.refused];
	if (all.length + refused.length === 0) return refuse("bad_input", "The file has no rows.");
	const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
	for (const rows of splitRows(all, part)) {
		const left = await importPart(ctx, rows, counts, preview);
		for (const { line, contact } of left) {
			const reason = "Somebody changed this contact at the same time. Import the file again.";
			refused.push({ line, cells: [contact.number], reason });
		}
	}
	if (!preview && counts.added + counts.changed > 0) {
		await recordDone(ctx, {
			action: "contact.import",
			target: { kind: "contact", id: null },
			after: { added: counts.added, changed: counts.changed },
		});
	}
	refused.sort((one, other) => one.line - other.line);
	const shown = refused.slice(0, refusedShownMax).map(({ line, reason }) => ({ line, reason }));
	const report = { ...counts, merged, refusedCount: refused.length, refused: shown, columns };
	return accept({ report, refused });
}

async function importPart(
	{ db, now }: ActorContext,
	rows: readonly Gathered[],
	counts: Counts,
	preview: boolean,
): Promise<readonly Gathered[]> {
	let left = rows;
	for (let attempt = 0; attempt < attemptsMax && left.length > 0; attempt += 1) {
		const numbers = JSON.stringify(left.map(({ contact }) => contact.number));
		const found = await selectContacts(
			db,
			sql`${contacts.number} IN (SELECT value FROM json_each(${numbers}))`,
		);
		const known = new Map(found.map((stored) => [stored.row.number, stored]));
		const writes = new Map<string, Gathered>();
		const added: ContactWrite[] = [];
		const changed: ContactWrite[] = [];
		for (const row of left) {
			const stored = known.get(row.contact.number);
			if (stored === undefined) {
				const id = makeId("con");
				added.push({ id, was: null, contact: { ...unknownFields, ...row.contact } });
				writes.set(id, row);
				continue;
			}
			const current = toContact(stored);
			if (differingFields(current, row.contact).length === 0) {
				counts.unchanged += 1;
				continue;
			}
			changed.push({ id: current.id, was: stored.row, contact: { ...current, ...row.contact } });
			writes.set(current.id, row);
		}
		if (preview) {
			counts.added += added.length;
			counts.changed += changed.length;
			return [];
		}
		const inserts = added.length === 0 ? [] : insertContacts(db, added, now);
		const updates = changed.length === 0 ? [] : changeContacts(changed, now);
		if (inserts.length + updates.length === 0) return [];
		const results = await runBatch(db, [...inserts, ...updates]);
		const inserted = inserts.length === 0 ? [] : (results[0] ?? []);
		const updated = updates.length === 0 ? [] : (results.at(-1) ?? []);
		counts.added += inserted.length;
		counts.changed += updated.length;
		for (const { id } of [...inserted, ...updated]) writes.delete(String(id));
		left = [...writes.values()];
	}
	return left;
}
