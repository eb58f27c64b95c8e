import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { WebhookSecret } from "@cloudpbx/contracts/news/webhooks";
import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { selectRow } from "@cloudpbx/db/json-rows";
import { runBatch } from "@cloudpbx/db/run-batch";
import { webhookSecrets } from "@cloudpbx/db/schema/events";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { wakeWebhooks } from "./wake-webhooks.ts";
import { noWebhook } from "./webhook-row.ts";
import { newSecret } from "./webhook-secrets.ts";

/** The previous secret also signs for a day. A restored webhook resumes. */
export async function rotateSecret(ctx: Context, id: string): Promise<Result<WebhookSecret>> {
	const at = ctx.now().getTime();
	const secret = newSecret();
	const until = at + webhookLimits.previousSecretHours * 60 * 60 * 1000;
	const [[row] = [], resumed = []] = await runBatch(ctx.db, [
		ctx.db
			.insert(webhookSecrets)
			.select(
				selectRow(
					webhookSecrets,
					{ webhookId: sql`id`, secret, createdAt: new Date(at) },
					sql`FROM webhooks WHERE id = ${id} AND deleted_at IS NULL`,
				),
			)
			.onConflictDoUpdate({
				target: webhookSecrets.webhookId,
				set: {
					previousSecret: sql`${webhookSecrets.secret}`,
					previousUntil: new Date(until),
					secret: sql`excluded.secret`,
					createdAt: sql`excluded.created_at`,
				},
			})
			.returning({ previousUntil: webhookSecrets.previousUntil }),
		sql`UPDATE webhooks SET is_paused = 0, paused_reason = NULL, paused_at = NULL, version = version + 1
			WHERE id = ${id} AND deleted_at IS NULL AND paused_reason = 'restored' RETURNING id`,
	]);
	if (!row) return noWebhook;
	if (resumed.length > 0) await wakeWebhooks(ctx, [{ webhookId: id, dueAt: at }]);
	const previousSecretUntil = row.previous_until === null ? null : new Date(until).toISOString();
	return accept({ secret, previousSecretUntil });
}
