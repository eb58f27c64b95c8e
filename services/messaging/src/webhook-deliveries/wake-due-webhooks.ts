import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { runBatch } from "@cloudpbx/db/run-batch";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { wakeWebhooks } from "../webhooks/wake-webhooks.ts";

/** Maximum duration of a queue message. */
const lateMilliseconds = 10_000;

/** Enqueues webhooks with late deliveries: a message was lost or a run died. Returns their number. */
export async function wakeDueWebhooks(ctx: Context): Promise<number> {
	const at = ctx.now().getTime();
	const [late = []] = await runBatch(ctx.db, [
		sql`SELECT id FROM webhooks w WHERE deleted_at IS NULL AND is_paused = 0 AND lease_until <= ${at}
			AND EXISTS (SELECT 1 FROM webhook_deliveries WHERE webhook_id = w.id AND status = 'pending'
				AND due_at <= ${at - lateMilliseconds}) LIMIT ${webhookLimits.webhooks}`,
	]);
	await wakeWebhooks(
		ctx,
		late.map(({ id }) => ({ webhookId: String(id), dueAt: at })),
	);
	return late.length;
}
