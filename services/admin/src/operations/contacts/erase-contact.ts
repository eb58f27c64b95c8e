import { accept, type Result } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import type { ActorContext } from "../../context.ts";
import { recordChange } from "../audit/record-change.ts";
import { deleteContact } from "./contact-rows.ts";
import { beginErasure, continueErasure, erasureAction } from "./erase-person.ts";
import { findStoredContact } from "./list-contacts.ts";

export interface Erased {
	/** Null when the number was no contact. */
	id: string | null;
	isFinished: boolean;
}

/** Erases a number in all Workers. `isFinished` false: the sweep continues. */
export async function eraseContact(ctx: ActorContext, number: string): Promise<Result<Erased>> {
	const stored = await findStoredContact(ctx, number);
	const id = stored.ok ? stored.value.row.id : null;
	const begun = await beginErasure(ctx, number, id);
	if (!begun.ok) return begun;
	await runBatch(ctx.db, [
		recordChange(ctx, { action: erasureAction, target: { kind: "contact", id } }),
		...(id === null ? [] : deleteContact(id)),
	]);
	return accept({ id, isFinished: await continueErasure(ctx, number) });
}
