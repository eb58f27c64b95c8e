import { selectRows } from "@cloudpbx/db/json-rows";
import type { Db } from "@cloudpbx/db/open-db";
import { callEvents } from "@cloudpbx/db/schema/voice";
import { type SQL, sql } from "drizzle-orm";
import type { CallEvent } from "../domain/call/call-plan.ts";

/** Append-only; stores when the statements before it have made `condition` true. */
export function storeEventsIf(
	db: Db,
	moment: { callId: string; at: Date },
	events: readonly CallEvent[],
	condition: SQL,
) {
	const rows = events.map((event) => ({ ...moment, ...event }));
	return db
		.insert(callEvents)
		.select(selectRows(callEvents, rows, condition))
		.onConflictDoNothing();
}

export function hasLeg(callId: string, carrierId: string): SQL {
	return sql`EXISTS (SELECT 1 FROM calls WHERE id = ${callId} AND carrier_id = ${carrierId})`;
}
