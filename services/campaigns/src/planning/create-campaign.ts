import type { Campaign, CampaignPlan, CampaignRecipientInput } from "@cloudpbx/contracts/campaigns";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Actor } from "@cloudpbx/contracts/messaging";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, inArray, sql } from "drizzle-orm";
import { campaignEvent } from "../announce-states.ts";
import type { Context } from "../context.ts";
import { newCampaignId } from "../derive-id.ts";
import { findCampaign, loadSenderRates } from "../reading/read-campaigns.ts";
import { showCampaign } from "../reading/show-campaign.ts";
import { campaignSteps } from "./campaign-states.ts";
import { scheduleCampaign, wakeFor } from "./change-campaign.ts";
import { findSender } from "./find-sender.ts";
import { storeRecipients } from "./store-recipients.ts";

export interface NewCampaign {
	id?: string | undefined;
	plan: CampaignPlan;
	recipients: readonly CampaignRecipientInput[];
	isDraft: boolean;
}

/**
 * A campaign cannot start before all its recipients are stored. If the process dies before that, the campaign
 * stays an incomplete draft; the sweeper marks it as failed, and a repeated request with the same id
 * completes it. If the process dies after that, the sweeper starts it.
 */
export async function createCampaign(
	ctx: Context,
	{ id = newCampaignId(), plan, recipients, isDraft }: NewCampaign,
	actor: Actor,
): Promise<Result<Campaign>> {
	const { db, now } = ctx;
	const sender = await findSender(ctx, plan.fromNumber);
	if (!sender.ok) return sender;
	const { name, message, startAt, quietHours = true, ratePerSecond = null, requireConsent = false } = plan;
	await db
		.insert(campaignTable)
		.values({
			id,
			name,
			message,
			status: "draft",
			fromNumber: sender.value,
			startAt: startAt ? new Date(startAt) : null,
			quietHours,
			ratePerSecond,
			requireConsent,
			isComplete: false,
			createdBy: actor.name,
			createdAt: now(),
		})
		.onConflictDoNothing();
	const stored = await findCampaign(ctx, id);
	if (!stored.ok) return stored;
	if (!stored.value.isComplete && stored.value.status === "draft") {
		await storeRecipients(ctx, id, recipients);
		await db
			.update(campaignTable)
			.set({ isComplete: true, ...(!isDraft && { status: "scheduled" as const }) })
			.where(and(eq(campaignTable.id, id), eq(campaignTable.status, "draft")));
		const started = isDraft ? null : await scheduleCampaign(ctx, id, startAt ?? null);
		// Refused when the sweeper or a repeated request has already started it.
		if (started?.ok) return started;
	}
	const row = await findCampaign(ctx, id);
	if (!row.ok) return row;
	ctx.announce([campaignEvent(row.value)]);
	await wakeFor(ctx, row.value);
	return accept(showCampaign(row.value, await loadSenderRates(ctx)));
}

/** Replaces the whole list. A scheduled campaign cannot start meanwhile. */
export async function replaceRecipients(
	ctx: Context,
	id: string,
	recipients: readonly CampaignRecipientInput[],
): Promise<Result<Campaign>> {
	const isOpen = and(eq(campaignTable.id, id), inArray(campaignTable.status, [...campaignSteps.edit.from]));
	await storeRecipients(ctx, id, recipients, [
		sql`UPDATE campaigns SET is_complete = 0, queued_count = 0, skipped_count = 0, version = version + 1 WHERE ${isOpen}`,
		sql`DELETE FROM campaign_recipients WHERE campaign_id = ${id} AND EXISTS (SELECT 1 FROM campaigns WHERE ${isOpen})`,
	]);
	const [replaced] = await ctx.db.update(campaignTable).set({ isComplete: true }).where(isOpen).returning();
	const row = await findCampaign(ctx, id);
	if (!row.ok) return row;
	if (!replaced) {
		return refuse(
			"precondition_failed",
			`This campaign is ${row.value.status}; its recipients cannot be changed any more.`,
		);
	}
	ctx.announce([campaignEvent(row.value)]);
	await wakeFor(ctx, row.value);
	return accept(showCampaign(row.value, await loadSenderRates(ctx)));
}
