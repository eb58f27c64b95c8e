import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import { runBatch } from "@cloudpbx/db/run-batch";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { wakeWebhooks } from "../webhooks/wake-webhooks.ts";
import { noWebhook } from "../webhooks/webhook-row.ts";
import { selectDelivery, toLoadedDelivery } from "./delivery-row.ts";
import { toWebhookDelivery } from "./to-webhook-delivery.ts";

/** Sends the event again under the same `webhook-id`, with current data. A day of tries begins anew. */
export async function redeliver(
	ctx: Context,
	webhookId: string,
	eventId: string,
): Promise<Result<WebhookDelivery>> {
	const at = ctx.now().getTime();
	const [[webhook] = [], , [row] = []] = await runBatch(ctx.db, [
		sql`SELECT is_paused FROM webhooks WHERE id = ${webhookId} AND deleted_at IS NULL`,
		sql`UPDATE webhook_deliveries SET status = 'pending', due_at = ${at}, counted_from = ${at}
			WHERE webhook_id = ${webhookId} AND event_id = ${eventId}
				AND EXISTS (SELECT 1 FROM webhooks WHERE id = ${webhookId} AND deleted_at IS NULL AND is_paused = 0)`,
		sql`${selectDelivery} WHERE webhook_id = ${webhookId} AND event_id = ${eventId}`,
	]);
	if (!webhook) return noWebhook;
	if (!row) return refuse("not_found", "There is no such delivery.");
	if (webhook.is_paused === 1) {
		return refuse("precondition_failed", "The webhook is paused: resume it, then what waits is delivered.");
	}
	await wakeWebhooks(ctx, [{ webhookId, dueAt: at }]);
	return accept(toWebhookDelivery(toLoadedDelivery(row), { isPaused: false }));
}
