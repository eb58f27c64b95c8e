import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { selectRow } from "@cloudpbx/db/json-rows";
import { webhookDeliveries } from "@cloudpbx/db/schema/events";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/** Wait for all callbacks of a call, which come in any order and decide its outcome. */
const callGraceMilliseconds = 5000;

const keptMilliseconds = webhookLimits.keptDays * 24 * 60 * 60 * 1000;

/**
 * One delivery for each webhook that wants an event. A paused webhook collects events for as long as they are kept.
 * `events`: a subquery with the columns of `office_events`. Returns rows `webhook_id`, `due_at`.
 */
export function planDeliveries({ db, now }: Pick<Context, "db" | "now">, events: SQL) {
	const at = now().getTime();
	return db
		.insert(webhookDeliveries)
		.select(
			selectRow(
				webhookDeliveries,
				{
					webhookId: sql`w.id`,
					eventId: sql`e.id`,
					event: sql`e.event`,
					subjectId: sql`e.subject_id`,
					eventAt: sql`e.at`,
					status: "pending",
					dueAt: sql`CASE WHEN substr(e.event, 1, 5) = 'call.' THEN max(${at}, e.at + ${callGraceMilliseconds}) ELSE ${at} END`,
					countedFrom: at,
					tries: [],
				},
				sql`FROM ${events} e JOIN webhooks w ON w.deleted_at IS NULL
					AND (w.is_paused = 0 OR w.paused_at > ${at - keptMilliseconds})
					WHERE EXISTS (SELECT 1 FROM json_each(w.events) WHERE value = e.event)`,
			),
		)
		.onConflictDoNothing()
		.returning({ webhookId: webhookDeliveries.webhookId, dueAt: webhookDeliveries.dueAt });
}
