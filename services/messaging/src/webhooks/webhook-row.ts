import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Webhook } from "@cloudpbx/contracts/news/webhooks";
import type { PauseReason, WebhookEvent } from "@cloudpbx/contracts/words/webhook-words";
import { runBatch } from "@cloudpbx/db/run-batch";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";

const waitingMax = 1000;

/** All webhooks that are not deleted. A condition may follow. */
export const selectWebhooks = sql`SELECT w.*, s.previous_until,
		(SELECT count(*) FROM (SELECT 1 FROM webhook_deliveries
			WHERE webhook_id = w.id AND status = 'pending' LIMIT ${waitingMax})) AS waiting
	FROM webhooks w LEFT JOIN webhook_secrets s ON s.webhook_id = w.id WHERE w.deleted_at IS NULL`;

export const noWebhook = refuse("not_found", "There is no such webhook.");

export async function getWebhook({ db, now }: Context, id: string): Promise<Result<Webhook>> {
	const [[row] = []] = await runBatch(db, [sql`${selectWebhooks} AND w.id = ${id}`]);
	return row ? accept(toWebhook(row, now())) : noWebhook;
}

export async function listWebhooks({ db, now }: Context): Promise<Webhook[]> {
	const [rows = []] = await runBatch(db, [sql`${selectWebhooks} ORDER BY w.created_at, w.id`]);
	return rows.map((row) => toWebhook(row, now()));
}

export function toWebhook(row: Record<string, unknown>, now: Date): Webhook {
	const instant = (value: unknown) => (value === null ? null : new Date(Number(value)).toISOString());
	const isPreviousValid = Number(row.previous_until ?? 0) > now.getTime();
	return {
		id: String(row.id),
		url: String(row.url),
		description: String(row.description),
		events: JSON.parse(String(row.events)) as WebhookEvent[],
		isPaused: row.is_paused === 1,
		pausedReason: row.paused_reason as PauseReason | null,
		pausedAt: instant(row.paused_at),
		failingSince: instant(row.failing_since),
		lastDeliveredAt: instant(row.succeeded_at),
		waitingCount: Number(row.waiting),
		previousSecretUntil: isPreviousValid ? instant(row.previous_until) : null,
		createdBy: row.created_by === null ? null : String(row.created_by),
		createdAt: new Date(Number(row.created_at)).toISOString(),
		version: Number(row.version),
	};
}
