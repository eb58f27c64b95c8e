import type { StoredTry } from "@cloudpbx/db/schema/events";
import { type SQL, sql } from "drizzle-orm";
import type { LoadedDelivery } from "./delivery-row.ts";
import type { AfterTry } from "./plan-after-try.ts";

export interface TriedDelivery {
	delivery: LoadedDelivery;
	/** Null: nothing was sent. */
	tried: StoredTry | null;
	after: AfterTry | { kind: "drop" };
}

const triesMax = 30;

/** Statements that store the results of tries and the state of their webhook. `at`: milliseconds since 1970. */
export function storeAfterTry(webhookId: string, attempts: readonly TriedDelivery[], at: number): SQL[] {
	const succeeded = attempts.some(({ after }) => after.kind === "delivered");
	const failed = attempts.some(({ tried }) => tried !== null && tried.reason !== null);
	const reason = attempts.flatMap(({ after }) => (after.kind === "pause" ? [after.reason] : []))[0];
	return [
		...(attempts.length === 0 ? [] : [storeTries(webhookId, attempts, at)]),
		...(succeeded
			? [sql`UPDATE webhooks SET succeeded_at = ${at}, failing_since = NULL WHERE id = ${webhookId}`]
			: []),
		...(failed && !succeeded
			? [sql`UPDATE webhooks SET failing_since = coalesce(failing_since, ${at}) WHERE id = ${webhookId}`]
			: []),
		...(reason === undefined ? [] : [pause(webhookId, reason, at)]),
	];
}

function storeTries(webhookId: string, attempts: readonly TriedDelivery[], at: number): SQL {
	const rows = attempts.map(({ delivery, tried, after }) => ({
		eventId: delivery.eventId,
		status: statusAfter(after),
		dueAt: after.kind === "again" ? after.dueAt : at,
		tries: JSON.stringify([...delivery.tries, ...(tried === null ? [] : [tried])].slice(-triesMax)),
	}));
	return sql`UPDATE webhook_deliveries SET (status, due_at, tries) =
			(SELECT value ->> 'status', value ->> 'dueAt', value ->> 'tries' FROM json_each(${JSON.stringify(rows)})
				WHERE value ->> 'eventId' = event_id)
		WHERE webhook_id = ${webhookId}
			AND event_id IN (SELECT value ->> 'eventId' FROM json_each(${JSON.stringify(rows)}))`;
}

function statusAfter({ kind }: TriedDelivery["after"]) {
	if (kind === "delivered") return "delivered";
	if (kind === "drop") return "dropped";
	return kind === "fail" ? "failed" : "pending";
}

function pause(webhookId: string, reason: string, at: number): SQL {
	return sql`UPDATE webhooks SET is_paused = 1, paused_reason = ${reason}, paused_at = ${at}
		WHERE id = ${webhookId} AND is_paused = 0`;
}
