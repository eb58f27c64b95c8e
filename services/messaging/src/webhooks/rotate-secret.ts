import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { WebhookSecret } from "@cloudpbx/contracts/news/webhooks";
import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { runBatch } from "@cloudpbx/db/run-batch";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { wakeWebhooks } from "./wake-webhooks.ts";
import { noWebhook } from "./webhook-row.ts";
import { newSecret } from "./webhook-secrets.ts";

/** A new secret. The one before signs too for a day, so that the receiver can change in its own time. A restored webhook goes on by it. */
export async function rotateSecret(ctx: Context, id: string): Promise<Result<WebhookSecret>> {
	const at = ctx.now().getTime();
	const secret = newSecret();
	const until = at + webhookLimits.previousSecretHours * 60 * 60 * 1000;
	const [[row] = [], resumed = []] = await runBatch(ctx.db, [
		sql`INSERT INTO webhook_secrets (webhook_id, secret, created_at)
			SELECT id, ${secret}, ${at} FROM webhooks WHERE id = ${id} AND deleted_at IS NULL
			ON CONFLICT (webhook_id) DO UPDATE SET previous_secret = secret, previous_until = ${until},
				secret = excluded.secret, created_at = excluded.created_at
			RETURNING previous_until`,
		sql`UPDATE webhooks SET is_paused = 0, paused_reason = NULL, paused_at = NULL, version = version + 1
			WHERE id = ${id} AND deleted_at IS NULL AND paused_reason = 'restored' RETURNING id`,
	]);
	if (!row) return noWebhook;
	if (resumed.length > 0) await wakeWebhooks(ctx, [{ webhookId: id, dueAt: at }]);
	const previousSecretUntil = row.previous_until === null ? null : new Date(until).toISOString();
	return accept({ secret, previousSecretUntil });
}
