import { selectRow } from "@cloudpbx/db/json-rows";
import type { Db } from "@cloudpbx/db/open-db";
import { consentEvents, optOuts } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";

/**
 * Opts a number out here because the carrier refused a text for its opt-out. Statements of the batch that
 * stores the refusal.
 */
export function optOutByCarrier(db: Db, isThis: SQL, errorCode: number, at: Date) {
	const reason = `The carrier's error ${errorCode}.`;
	const from = sql`FROM messages WHERE ${isThis}`;
	const said = { number: sql`to_number`, source: "carrier" as const, reason, messageId: sql`id`, at };
	return [
		db
			.insert(consentEvents)
			.select(selectRow(consentEvents, { ...said, key: sql`id || ':opt_out'`, kind: "opt_out" }, from))
			.onConflictDoNothing(),
		db
			.insert(optOuts)
			.select(selectRow(optOuts, said, from))
			.onConflictDoNothing(),
	] as const;
}
