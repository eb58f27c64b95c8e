import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import {
	type CampaignRecipientInput,
	recipientsMax,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign, CampaignPlan } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { selectRow } from "@cloudpbx/db/json-rows";
import { campaignRecipients, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { campaignEvent } from "../announce-states.ts";
import type { Context } from "../context.ts";
import { keyPartOf, newCampaignId } from "../derive-id.ts";
import { loadCampaign, toCampaign } from "../reading/load-campaign.ts";
import { campaignSteps } from "./campaign-states.ts";
import { enqueueRunFor, startAtOrNow } from "./change-campaign.ts";
import { refuseMessage, refusePastStart } from "./check-plan.ts";
import { chooseSender } from "./choose-sender.ts";
import { removeDraft } from "./delete-campaign.ts";
import { countAudience } from "./recipients/read-audience.ts";
import { isAudience, storeRecipients } from "./recipients/store-recipients.ts";

const reasonsNamed = 3;

export interface NewCampaign {
	id?: string | undefined;
	plan: CampaignPlan;
	recipients: readonly CampaignRecipientInput[] | Audience;
	isDraft: boolean;
}

/**
 * Until all recipients are stored, the campaign is an incomplete draft. A repeated request with the same id
 * completes it; otherwise the sweeper marks it as failed.
 */
export async function createCampaign(
	ctx: Context,
	{ id = newCampaignId(), plan, recipients, isDraft }: NewCampaign,
	actor: Actor,
): Promise<Result<Campaign>> {
	const { db, now } = ctx;
	const sender = await chooseSender(ctx, plan.fromNumber);
	if (!sender.ok) return sender;
	const { name, message, startAt, quietHours = true, ratePerSecond = null, requireConsent = false } = plan;
	const fault =
		refusePastStart(startAt, now()) ??
		(isDraft ? null : refuseMessage(message)) ??
		(await refuseAudience(ctx, recipients, isDraft));
	if (fault !== null && !(await loadCampaign(ctx, id)).ok) return fault;
	const row = {
		id,
		name,
		message,
		status: "draft" as const,
		fromNumber: sender.value,
		startAt: startAt ? new Date(startAt) : null,
		quietHours,
		ratePerSecond,
		requireConsent,
		isComplete: false,
		createdBy: actor.name,
		createdAt: now(),
	};
	const isKeyFree = sql`WHERE NOT ${hasOtherOfKey(id)}`;
	await db
		.insert(campaignTable)
		.select(selectRow(campaignTable, row, isKeyFree))
		.onConflictDoNothing();
	const stored = await loadCampaign(ctx, id);
	if (!stored.ok) return refuseUsedKey;
	if (!stored.value.isComplete && stored.value.status === "draft") {
		await storeRecipients(ctx, id, recipients);
		const nobody = isDraft && isAudience(recipients) ? null : await refuseNobody(ctx, id);
		if (nobody !== null) return nobody;
		await db
			.update(campaignTable)
			.set({ isComplete: true, ...(!isDraft && { status: "scheduled" as const }) })
			.where(and(eq(campaignTable.id, id), eq(campaignTable.status, "draft")));
		const started = isDraft ? null : await startAtOrNow(ctx, id, startAt ?? null);
		if (started?.ok) return started;
	}
	const created = await loadCampaign(ctx, id);
	if (!created.ok) return created;
	ctx.announce([campaignEvent(created.value)]);
	await enqueueRunFor(ctx, created.value);
	return accept(await toCampaign(ctx, created.value));
}

export const refuseUsedKey = refuse(
	"conflict",
	"This Idempotency-Key belongs to another request. Use another one.",
);

/** Whether another request has used the same `Idempotency-Key`. */
export function hasOtherOfKey(id: string): SQL {
	const part = keyPartOf(id);
	return sql`EXISTS (SELECT 1 FROM campaigns WHERE id >= ${part} AND id < ${`${part}~`} AND id <> ${id})`;
}

async function refuseNobody(ctx: Context, id: string): Promise<Result<never> | null> {
	const { status, reason } = campaignRecipients;
	const found = await loadCampaign(ctx, id);
	if (!found.ok || found.value.queuedCount > 0 || found.value.skippedCount === 0) return null;
	const groups = await ctx.db
		.select({ reason, count: count() })
		.from(campaignRecipients)
		.where(and(eq(campaignRecipients.campaignId, id), eq(status, "skipped")))
		.groupBy(reason)
		.orderBy(desc(count()))
		.limit(reasonsNamed);
	await removeDraft(ctx, id, eq(campaignTable.isComplete, false));
	const words = groups.map((group) => `${group.count} × ${group.reason}`).join(" ");
	return refuse("bad_input", `recipients: Nobody is left to text. ${words}`);
}

async function refuseAudience(
	ctx: Context,
	recipients: readonly CampaignRecipientInput[] | Audience,
	mayBeNone: boolean,
) {
	if (!isAudience(recipients)) return null;
	const count = await countAudience(ctx, recipients);
	if (count === 0 && !mayBeNone) return refuse("bad_input", "recipients: No contact is in this audience.");
	if (count <= recipientsMax) return null;
	return refuse(
		"limit_exceeded",
		`recipients: The audience has ${count} contacts; ${recipientsMax} is the most.`,
	);
}

export async function replaceRecipients(
	ctx: Context,
	id: string,
	recipients: readonly CampaignRecipientInput[] | Audience,
): Promise<Result<Campaign>> {
	const fault = await refuseAudience(ctx, recipients, true);
	if (fault !== null) return fault;
	const isOpen = and(eq(campaignTable.id, id), inArray(campaignTable.status, [...campaignSteps.edit.from]));
	await storeRecipients(ctx, id, recipients, [
		sql`UPDATE campaigns SET is_complete = 0, queued_count = 0, skipped_count = 0, version = version + 1 WHERE ${isOpen}`,
		sql`DELETE FROM campaign_recipients WHERE campaign_id = ${id} AND EXISTS (SELECT 1 FROM campaigns WHERE ${isOpen})`,
	]);
	const [replaced] = await ctx.db.update(campaignTable).set({ isComplete: true }).where(isOpen).returning();
	const row = await loadCampaign(ctx, id);
	if (!row.ok) return row;
	if (!replaced) {
		return refuse(
			"precondition_failed",
			`This campaign is ${row.value.status}; its recipients cannot be changed any more.`,
		);
	}
	ctx.announce([campaignEvent(row.value)]);
	await enqueueRunFor(ctx, row.value);
	return accept(await toCampaign(ctx, row.value));
}
