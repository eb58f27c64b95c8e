import { runBatch } from "@cloudpbx/db/run-batch";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

const cancelledWords = "The campaign was cancelled before this text was sent.";

/** Completes campaigns, and skips the recipients of cancelled ones. Returns the number completed. */
export async function completeCampaigns(ctx: Context): Promise<number> {
	const { db, now } = ctx;
	const at = now();
	const cancelled = await db
		.select({ id: campaignTable.id })
		.from(campaignTable)
		.where(and(eq(campaignTable.status, "cancelled"), gt(campaignTable.queuedCount, 0)));
	for (const { id } of cancelled) await skipQueued(ctx, id);
	const ended = await db
		.update(campaignTable)
		.set({ status: "completed", endedAt: at, reason: null })
		.where(
			and(
				eq(campaignTable.status, "sending"),
				eq(campaignTable.queuedCount, 0),
				eq(campaignTable.sendingCount, 0),
			),
		)
		.returning({ id: campaignTable.id });
	ctx.announce(ended.map(({ id }) => ({ kind: "campaign", campaignId: id, status: "completed" })));
	return ended.length;
}

export async function skipQueued({ db, now, announce }: Context, campaignId: string): Promise<void> {
	const isCancelled = sql`EXISTS (SELECT 1 FROM campaigns WHERE id = ${campaignId} AND status = 'cancelled')`;
	await runBatch(db, [
		sql`UPDATE campaign_recipients SET status = 'skipped', reason = ${cancelledWords}, updated_at = ${now().getTime()}
			WHERE campaign_id = ${campaignId} AND status = 'queued' AND ${isCancelled}`,
		sql`UPDATE campaigns SET skipped_count = skipped_count + queued_count, queued_count = 0
			WHERE id = ${campaignId} AND status = 'cancelled'`,
	]);
	announce([{ kind: "campaign", campaignId, status: "cancelled" }]);
}
