import type { Campaign, CampaignPlan, CampaignRecipientInput } from "@cloudpbx/contracts/campaigns";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Actor } from "@cloudpbx/contracts/messaging";
import { campaignRecipients, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, inArray } from "drizzle-orm";
import { campaignSteps } from "../domain/campaign-states.ts";
import { newCampaignId } from "../domain/derive-id.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { scheduleCampaign } from "./change-campaign.ts";
import { findSender } from "./find-sender.ts";
import { findCampaign, loadSenderRates } from "./read-campaigns.ts";
import { showCampaign } from "./show-campaign.ts";
import { storeRecipients } from "./store-recipients.ts";

export interface NewCampaign {
	id?: string | undefined;
	plan: CampaignPlan;
	recipients: readonly CampaignRecipientInput[];
	isDraft: boolean;
}

/**
 * Nothing can start before everybody is in. Interrupted, the campaign stays an incomplete draft that the sweeper marks as failed;
 * asked for again with the same id, it is completed.
 */
export async function createCampaign(
	campaigns: Campaigns,
	{ id = newCampaignId(), plan, recipients, isDraft }: NewCampaign,
	actor: Actor,
): Promise<Result<Campaign>> {
	const { db, now } = campaigns;
	const sender = await findSender(campaigns, plan.fromNumber);
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
	const stored = await findCampaign(campaigns, id);
	if (!stored.ok) return stored;
	if (!stored.value.isComplete && stored.value.status === "draft") {
		await storeRecipients(campaigns, stored.value, recipients);
		await db.update(campaignTable).set({ isComplete: true }).where(eq(campaignTable.id, id));
		if (!isDraft) return scheduleCampaign(campaigns, id, startAt ?? null);
	}
	const row = await findCampaign(campaigns, id);
	return row.ok ? accept(showCampaign(row.value, await loadSenderRates(campaigns))) : row;
}

/** Everybody anew. A scheduled campaign cannot start in the meantime. */
export async function replaceRecipients(
	campaigns: Campaigns,
	id: string,
	recipients: readonly CampaignRecipientInput[],
): Promise<Result<Campaign>> {
	const { db } = campaigns;
	const found = await findCampaign(campaigns, id);
	if (!found.ok) return found;
	const [opened] = await db
		.update(campaignTable)
		.set({ isComplete: false, queuedCount: 0, skippedCount: 0 })
		.where(and(eq(campaignTable.id, id), inArray(campaignTable.status, [...campaignSteps.edit.from])))
		.returning();
	if (!opened) {
		return refuse(
			"precondition_failed",
			`This campaign is ${found.value.status}; its recipients cannot be changed any more.`,
		);
	}
	await db.delete(campaignRecipients).where(eq(campaignRecipients.campaignId, id));
	await storeRecipients(campaigns, opened, recipients);
	await db.update(campaignTable).set({ isComplete: true }).where(eq(campaignTable.id, id));
	const row = await findCampaign(campaigns, id);
	return row.ok ? accept(showCampaign(row.value, await loadSenderRates(campaigns))) : row;
}
