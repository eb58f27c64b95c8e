import { accept, type Result } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import { deleteContact, isAsRead } from "./contact-rows.ts";
import { findContact } from "./load-contacts.ts";
import { type Act, recordWhere } from "./record-change.ts";

/** Nothing of a contact stays in the tables of contacts. Answers the id, which is all that the audit log keeps. */
export async function eraseContact(act: Act, number: string): Promise<Result<{ id: string }>> {
	const stored = await findContact(act.db, number);
	if (!stored.ok) return stored;
	const { id, version } = stored.value.row;
	await runBatch(act.db, [
		recordWhere(act, { action: "contact.erase", target: { kind: "contact", id } }, isAsRead({ id, version })),
		...deleteContact(id),
	]);
	return accept({ id });
}
