import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { PageOfDeliveries, WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import { runBatch } from "@cloudpbx/db/run-batch";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { noWebhook } from "../webhooks/webhook-row.ts";
import { selectDelivery, toLoadedDelivery } from "./delivery-row.ts";
import { toWebhookDelivery } from "./to-webhook-delivery.ts";

/** Latest first. One round trip. */
export async function listDeliveries(
	{ db }: Context,
	webhookId: string,
	{ limit, cursor }: z.output<typeof PageOfDeliveries>,
): Promise<Result<Page<WebhookDelivery>>> {
	const after = cursor === undefined ? null : decodeCursor(cursor, "string", "string");
	if (cursor !== undefined && after === null) {
		return refuse("bad_input", "cursor: This cursor is not of this list.");
	}
	const before = after === null ? sql`true` : sql`event_id < ${after[0]}`;
	const [[webhook] = [], rows = []] = await runBatch(db, [
		sql`SELECT is_paused FROM webhooks WHERE id = ${webhookId} AND deleted_at IS NULL`,
		sql`${selectDelivery} WHERE webhook_id = ${webhookId} AND ${before} ORDER BY event_id DESC LIMIT ${limit + 1}`,
	]);
	if (!webhook) return noWebhook;
	const isPaused = webhook.is_paused === 1;
	const items = rows.slice(0, limit).map((row) => toWebhookDelivery(toLoadedDelivery(row), { isPaused }));
	const last = items.at(-1);
	const hasMore = rows.length > limit && last !== undefined;
	return accept({ items, nextCursor: hasMore ? encodeCursor([last.id, webhookId]) : null });
}
