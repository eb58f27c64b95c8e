import { accept, type Result } from "@cloudpbx/contracts/errors";
import { runBatch } from "@cloudpbx/db/run-batch";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { selectIsHeard } from "../events/drain-events.ts";
import { noWebhook } from "./webhook-row.ts";

/** No new delivery begins. Address and secret are deleted at once, deliveries by the sweep. */
export async function deleteWebhook(ctx: Context, id: string): Promise<Result<null>> {
	const [deleted = [], , [ears] = []] = await runBatch(ctx.db, [
		sql`UPDATE webhooks SET deleted_at = ${ctx.now().getTime()}, url = '', description = ''
			WHERE id = ${id} AND deleted_at IS NULL RETURNING id`,
		sql`DELETE FROM webhook_secrets WHERE webhook_id = ${id}`,
		selectIsHeard,
	]);
	if (deleted.length === 0) return noWebhook;
	await ctx.hearEvents(ears?.is_heard === 1);
	return accept(null);
}
