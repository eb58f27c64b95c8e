import { selectRow } from "@cloudpbx/db/json-rows";
import { noticeEvents } from "@cloudpbx/db/schema/notices";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { eventsOfNotices } from "../notices/plan-notices.ts";

/** Part of the transaction that empties the outbox. `events`: a subquery with the columns of `office_events`. */
export function keepForNotices({ db }: Pick<Context, "db">, events: SQL) {
	return db
		.insert(noticeEvents)
		.select(
			selectRow(
				noticeEvents,
				{ id: sql`id`, event: sql`event`, subjectId: sql`subject_id`, at: sql`at` },
				sql`FROM ${events}
					WHERE event IN (SELECT value FROM json_each(${JSON.stringify(eventsOfNotices)}))
						AND EXISTS (SELECT 1 FROM event_ears WHERE notices <> '')`,
			),
		)
		.onConflictDoNothing()
		.returning({ id: noticeEvents.id });
}
