import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { type SQL, sql } from "drizzle-orm";

/** Callbacks of a call come in any order: what they make of its outcome is waited for. */
const callSettleMilliseconds = 5000;

const keptMilliseconds = webhookLimits.keptDays * 24 * 60 * 60 * 1000;

/**
 * One delivery for each webhook that listens to an event. A webhook that is paused collects events as long as they are kept. `events` is
 * a subquery with the columns of `office_events`. Answers `webhook_id` and `due_at` of what can go out.
 */
export function planDeliveries(events: SQL, now: Date): SQL {
	const at = now.getTime();
	return sql`INSERT INTO webhook_deliveries
			(webhook_id, event_id, event, subject_id, event_at, status, due_at, counted_from, tries)
		SELECT w.id, e.id, e.event, e.subject_id, e.at, 'pending',
			CASE WHEN substr(e.event, 1, 5) = 'call.' THEN max(${at}, e.at + ${callSettleMilliseconds}) ELSE ${at} END, ${at}, '[]'
		FROM ${events} e JOIN webhooks w ON w.deleted_at IS NULL
			AND (w.is_paused = 0 OR w.paused_at > ${at - keptMilliseconds})
		WHERE EXISTS (SELECT 1 FROM json_each(w.events) WHERE value = e.event)
		ON CONFLICT (webhook_id, event_id) DO NOTHING
		RETURNING webhook_id, due_at`;
}
