import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import { testEvent } from "@cloudpbx/contracts/words/webhook-words";
import { runBatch } from "@cloudpbx/db/run-batch";
import { webhookDeliveries } from "@cloudpbx/db/schema/events";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { noWebhook } from "../webhooks/webhook-row.ts";
import { currentSecrets, selectSecrets } from "../webhooks/webhook-secrets.ts";
import type { LoadedDelivery } from "./delivery-row.ts";
import { newEventId } from "./event-id.ts";
import { postEvent } from "./post-event.ts";
import { toWebhookDelivery } from "./to-webhook-delivery.ts";
import { testData, writeBody } from "./write-body.ts";

/** Sends one test event at once, also to a paused webhook. The result is kept in the log. */
export async function testWebhook(ctx: Context, webhookId: string): Promise<Result<WebhookDelivery>> {
	const now = ctx.now();
	const [[webhook] = [], [secret] = []] = await runBatch(ctx.db, [
		sql`SELECT url FROM webhooks WHERE id = ${webhookId} AND deleted_at IS NULL`,
		selectSecrets(webhookId),
	]);
	if (!webhook) return noWebhook;
	if (!secret)
		return refuse("precondition_failed", "It has no secret since the restore: make a new one first.");
	const test = { eventId: newEventId(now), event: testEvent, subjectId: null, eventAt: now };
	const tried = await postEvent(ctx, {
		url: String(webhook.url),
		secrets: currentSecrets(secret, now.getTime()),
		id: test.eventId,
		body: writeBody(test, testData(webhookId)),
	});
	const status = tried.reason === null ? "delivered" : "failed";
	const at = now.getTime();
	const row: LoadedDelivery = { ...test, status, dueAt: at, countedFrom: at, tries: [tried] };
	await ctx.db.insert(webhookDeliveries).values({ webhookId, ...row });
	return accept(toWebhookDelivery(row, { isPaused: false }));
}
