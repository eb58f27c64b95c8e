import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import {
	campaignOutcomes,
	campaignRecipients,
	campaigns as campaignTable,
} from "@cloudpbx/db/schema/campaigns";
import { and, eq, isNull, lt, max, or, type SQL } from "drizzle-orm";
import { campaignEvent } from "../announce-states.ts";
import type { Context } from "../context.ts";
import { loadCampaign } from "../reading/load-campaign.ts";

const partSize = 5000;
const deletedWords = "It is being deleted.";

/** A draft that is being deleted: every other cancelled campaign has an end instant. */
const isMarked = and(
	eq(campaignTable.status, "cancelled"),
	eq(campaignTable.isComplete, false),
	isNull(campaignTable.endedAt),
);

export async function deleteCampaign(ctx: Context, id: string): Promise<Result<null>> {
	if (await removeDraft(ctx, id)) return accept(null);
	const found = await loadCampaign(ctx, id);
	if (!found.ok) return found;
	const { status } = found.value;
	return refuse("precondition_failed", `This campaign is ${status}; only a draft can be deleted.`);
}

/** The mark refuses every change and lets the sweeper continue. Returns whether the draft existed. */
export async function removeDraft(ctx: Context, id: string, condition?: SQL): Promise<boolean> {
	const isDraft = and(eq(campaignTable.status, "draft"), condition);
	const [marked] = await ctx.db
		.update(campaignTable)
		.set({ status: "cancelled", isComplete: false, reason: deletedWords, queuedCount: 0, skippedCount: 0 })
		.where(and(eq(campaignTable.id, id), or(isDraft, isMarked)))
		.returning({ id: campaignTable.id });
	if (marked) await removeMarked(ctx, id);
	return marked !== undefined;
}

export async function finishDeletions(ctx: Context): Promise<number> {
	const marked = await ctx.db.select({ id: campaignTable.id }).from(campaignTable).where(isMarked);
	for (const { id } of marked) await removeMarked(ctx, id);
	return marked.length;
}

async function removeMarked(ctx: Context, id: string): Promise<void> {
	const { db } = ctx;
	const { campaignId, position } = campaignRecipients;
	const isOurs = eq(campaignId, id);
	const [last] = await db
		.select({ position: max(position) })
		.from(campaignRecipients)
		.where(isOurs);
	for (let end = partSize; end - partSize <= (last?.position ?? -1); end += partSize) {
		await db.delete(campaignRecipients).where(and(isOurs, lt(position, end)));
	}
	await db.batch([
		db.delete(campaignOutcomes).where(eq(campaignOutcomes.campaignId, id)),
		db.delete(campaignTable).where(and(eq(campaignTable.id, id), isMarked)),
	]);
	ctx.announce([campaignEvent({ id, status: "cancelled" })]);
}
