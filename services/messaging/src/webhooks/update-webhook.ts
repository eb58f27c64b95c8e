import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import type { UpdateWebhook, Webhook } from "@cloudpbx/contracts/news/webhooks";
import { runBatch } from "@cloudpbx/db/run-batch";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { selectIsHeard } from "../events/drain-events.ts";
import { explainReceiver } from "./explain-receiver.ts";
import { wakeWebhooks } from "./wake-webhooks.ts";
import { noWebhook, selectWebhooks, toWebhook } from "./webhook-row.ts";

/** A resumed webhook delivers what has waited; a day of tries begins anew. */
export async function updateWebhook(
	ctx: Context,
	id: string,
	change: UpdateWebhook,
): Promise<Result<Webhook>> {
	const { url, events, description, isPaused, version } = change;
	const fault = url === undefined ? null : explainReceiver(url, ctx);
	if (fault !== null) return refuse("bad_input", `url: ${fault}`);
	const at = ctx.now().getTime();
	const isMine = sql`id = ${id} AND deleted_at IS NULL
		AND (${version ?? null} IS NULL OR version = ${version ?? null})
		AND (${isPaused === false ? 1 : 0} = 0 OR EXISTS (SELECT 1 FROM webhook_secrets WHERE webhook_id = ${id}))`;
	const fields: SQL[] = [
		...(url === undefined ? [] : [sql`url = ${url}`]),
		...(events === undefined ? [] : [sql`events = ${JSON.stringify(events)}`]),
		...(description === undefined ? [] : [sql`description = ${description}`]),
		...(isPaused === undefined ? [] : setPaused(isPaused, at)),
		sql`version = version + 1`,
	];
	const [changed = [], , [row] = [], [ears] = [], [secret] = []] = await runBatch(ctx.db, [
		sql`UPDATE webhooks SET ${sql.join(fields, sql`, `)} WHERE ${isMine} RETURNING id`,
		isPaused === false
			? sql`UPDATE webhook_deliveries SET due_at = ${at}, counted_from = ${at} WHERE changes() > 0
				AND webhook_id = ${id} AND status = 'pending' AND tries <> '[]'`
			: sql`SELECT 1`,
		sql`${selectWebhooks} AND w.id = ${id}`,
		selectIsHeard,
		sql`SELECT 1 AS found FROM webhook_secrets WHERE webhook_id = ${id}`,
	]);
	if (!row) return noWebhook;
	const webhook = toWebhook(row, ctx.now());
	if (changed.length === 0) {
		if (version !== undefined && version !== webhook.version) return refuseOldVersion(webhook, change);
		if (!secret) {
			return refuse(
				"precondition_failed",
				"It has no secret since the restore: make a new one, then it goes on.",
			);
		}
		return noWebhook;
	}
	await ctx.hearEvents(ears?.is_heard === 1);
	if (!webhook.isPaused) await wakeWebhooks(ctx, [{ webhookId: id, dueAt: at }]);
	return accept(webhook);
}

function setPaused(isPaused: boolean, at: number): SQL[] {
	if (!isPaused) {
		return [
			sql`is_paused = 0, paused_reason = NULL, paused_at = NULL`,
			sql`failing_since = CASE is_paused WHEN 1 THEN NULL ELSE failing_since END`,
		];
	}
	return [
		sql`is_paused = 1, paused_reason = coalesce(paused_reason, 'person')`,
		sql`paused_at = coalesce(paused_at, ${at})`,
	];
}
