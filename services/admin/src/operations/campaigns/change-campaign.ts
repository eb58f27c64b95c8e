import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign, ChangeCampaign } from "@cloudpbx/contracts/campaigns/campaigns";
import type { Result } from "@cloudpbx/contracts/errors";
import type { CampaignsRpc } from "@cloudpbx/contracts/rpc/campaigns";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { askService } from "../../ask-service.ts";
import type { ActorContext, CallerContext } from "../../context.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { summariseCampaign, summarisePlan } from "../../domain/campaigns/summarise-campaign.ts";
import { toActor } from "../../domain/people/principal.ts";
import { recordDone, recordOutcome } from "../audit/record-change.ts";

const commands = {
	"campaign.pause": (campaigns, id) => campaigns.pauseCampaign(id),
	"campaign.resume": (campaigns, id) => campaigns.resumeCampaign(id),
	"campaign.cancel": (campaigns, id) => campaigns.cancelCampaign(id),
} satisfies Record<string, (campaigns: CampaignsRpc, id: string) => Promise<Result<Campaign>>>;

export type CampaignCommand = keyof typeof commands;

export async function commandCampaign(
	ctx: ActorContext,
	action: CampaignCommand,
	id: string,
): Promise<Result<Campaign>> {
	return record(ctx, action, await askService("campaigns", commands[action](ctx.campaigns, id)));
}

export async function scheduleCampaign(
	ctx: ActorContext,
	id: string,
	startAt: string | null,
): Promise<Result<Campaign>> {
	const scheduled = await askService("campaigns", ctx.campaigns.scheduleCampaign(id, startAt));
	return record(ctx, "campaign.schedule", scheduled, { startAt });
}

export async function replaceRecipients(
	ctx: ActorContext,
	id: string,
	recipients: CampaignRecipientInput[] | Audience,
): Promise<Result<Campaign>> {
	const replaced = await askService("campaigns", ctx.campaigns.replaceRecipients(id, recipients));
	return record(ctx, "campaign.recipients", replaced);
}

export async function updateCampaign(
	ctx: ActorContext,
	id: string,
	sent: ChangeCampaign,
): Promise<Result<Campaign>> {
	const current = await askService("campaigns", ctx.campaigns.getCampaign(id));
	if (!current.ok) return current;
	const updated = await askService("campaigns", ctx.campaigns.updateCampaign(id, sent));
	if (!updated.ok) return updated;
	const isMessageNew = current.value.message !== updated.value.message;
	const change = changedFields(summarisePlan(current.value), summarisePlan(updated.value));
	if (change !== null || isMessageNew) {
		const before = change?.before ?? null;
		const after = { ...change?.after, ...(isMessageNew && { isMessageNew }) };
		await recordDone(ctx, { action: "campaign.update", target: { kind: "campaign", id }, before, after });
	}
	return updated;
}

export async function deleteCampaign(ctx: ActorContext, id: string): Promise<Result<null>> {
	const current = await askService("campaigns", ctx.campaigns.getCampaign(id));
	if (!current.ok) return current;
	const before = summariseCampaign(current.value);
	const change = { action: "campaign.delete", target: { kind: "campaign", id }, before };
	const deleted = await askService("campaigns", ctx.campaigns.deleteCampaign(id));
	await recordOutcome(ctx, deleted, change);
	return deleted;
}

export async function testCampaign(ctx: CallerContext, id: string, to: string): Promise<Result<Message>> {
	const sent = await askService("campaigns", ctx.campaigns.testCampaign(id, to, toActor(ctx.principal)));
	if (!sent.ok) return sent;
	const after = { messageId: sent.value.id, to: maskNumber(sent.value.to) };
	await recordDone(ctx, { action: "campaign.test", target: { kind: "campaign", id }, after });
	return sent;
}

async function record(
	ctx: ActorContext,
	action: string,
	changed: Result<Campaign>,
	more: Record<string, unknown> = {},
): Promise<Result<Campaign>> {
	if (!changed.ok) return changed;
	const after = { ...summariseCampaign(changed.value), ...more };
	await recordDone(ctx, { action, target: { kind: "campaign", id: changed.value.id }, after });
	return changed;
}
