import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { runBatch } from "@cloudpbx/db/run-batch";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { eventIdFloor } from "./event-id.ts";

const deliveriesMax = 2000;

const keptMilliseconds = webhookLimits.keptDays * 24 * 60 * 60 * 1000;

/** Returns the number of deleted deliveries. */
export async function expireDeliveries(ctx: Context): Promise<number> {
	const floor = eventIdFloor(new Date(ctx.now().getTime() - keptMilliseconds));
	const [deleted = []] = await runBatch(ctx.db, [
		sql`DELETE FROM webhook_deliveries WHERE (webhook_id, event_id) IN (
				SELECT d.webhook_id, d.event_id FROM webhooks w CROSS JOIN webhook_deliveries d ON d.webhook_id = w.id
					AND d.event_id < CASE WHEN w.deleted_at IS NULL THEN ${floor} ELSE 'evt_~' END LIMIT ${deliveriesMax})
			RETURNING 1 AS deleted`,
		sql`DELETE FROM webhooks WHERE deleted_at IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM webhook_deliveries WHERE webhook_id = webhooks.id)`,
	]);
	return deleted.length;
}
