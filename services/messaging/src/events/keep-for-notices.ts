import { type SQL, sql } from "drizzle-orm";
import { eventsOfNotices } from "../notices/plan-notices.ts";

/**
 * A statement that keeps, of a portion of the outbox, what people are perhaps to be told of, in the transaction that takes the portion
 * away. `events` is a subquery with the columns of `office_events`. Answers a row for each event that is kept.
 */
export function keepForNotices(events: SQL): SQL {
	return sql`INSERT INTO notice_events (id, event, subject_id, at)
		SELECT id, event, subject_id, at FROM ${events}
		WHERE event IN (SELECT value FROM json_each(${JSON.stringify(eventsOfNotices)}))
			AND EXISTS (SELECT 1 FROM event_ears WHERE notices <> '')
		ON CONFLICT DO NOTHING RETURNING id`;
}
