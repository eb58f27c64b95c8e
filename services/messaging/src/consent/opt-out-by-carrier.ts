import type { Db } from "@cloudpbx/db/open-db";
import { consentEvents, optOuts } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";

/** The carrier refused a text because its recipient is out: so he is with us. Statements of the batch that records it. */
export function optOutByCarrier(db: Db, isThis: SQL, errorCode: number, at: Date) {
	const reason = `The carrier's error ${errorCode}.`;
	const ms = at.getTime();
	// In the order of the tables' columns.
	return [
		db
			.insert(consentEvents)
			.select(
				sql`SELECT NULL, id || ':opt_out', to_number, 'opt_out', 'carrier', NULL, ${reason}, id, NULL, NULL, ${ms}
					FROM messages WHERE ${isThis}`,
			)
			.onConflictDoNothing(),
		db
			.insert(optOuts)
			.select(
				sql`SELECT to_number, 'carrier', NULL, ${reason}, id, NULL, ${ms} FROM messages WHERE ${isThis}`,
			)
			.onConflictDoNothing(),
	] as const;
}
