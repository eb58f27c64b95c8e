import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign, CampaignPlan } from "@cloudpbx/contracts/campaigns/campaigns";
import type { Result } from "@cloudpbx/contracts/errors";
import { hashSecret } from "../../access/secret.ts";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { summariseCampaign } from "../../domain/campaigns/summarise-campaign.ts";
import { type Principal, toActor } from "../../domain/people/principal.ts";
import { recordDone } from "../audit/record-change.ts";

export interface NewCampaignInput {
	plan: CampaignPlan;
	recipients: CampaignRecipientInput[] | Audience;
	isDraft: boolean;
	idempotencyKey: string | null;
	/** Hash of the request; the same key with another request is refused. */
	fingerprint: string | null;
}

/** The same key returns the first campaign and completes an interrupted creation. */
export async function createCampaign(
	ctx: CallerContext,
	{ idempotencyKey, fingerprint, ...input }: NewCampaignInput,
): Promise<Result<Campaign>> {
	const own =
		idempotencyKey === null
			? {}
			: { id: await deriveId(ctx.principal, idempotencyKey, ["create", fingerprint]) };
	const created = await askService(
		"campaigns",
		ctx.campaigns.createCampaign({ ...input, ...own }, toActor(ctx.principal)),
	);
	if (!created.ok) return created;
	const { id } = created.value;
	const after = summariseCampaign(created.value);
	await recordDone(ctx, { action: "campaign.create", target: { kind: "campaign", id }, after, isOnce: true });
	return created;
}

/** The same key returns the first copy and completes an interrupted one. */
export async function duplicateCampaign(
	ctx: CallerContext,
	source: { id: string; idempotencyKey: string | null },
): Promise<Result<Campaign>> {
	const { id: sourceId, idempotencyKey } = source;
	const id =
		idempotencyKey === null ? null : await deriveId(ctx.principal, idempotencyKey, ["duplicate", sourceId]);
	const copied = await askService(
		"campaigns",
		ctx.campaigns.duplicateCampaign(sourceId, id, toActor(ctx.principal)),
	);
	if (!copied.ok) return copied;
	const target = { kind: "campaign", id: copied.value.id };
	const after = { ...summariseCampaign(copied.value), sourceId };
	await recordDone(ctx, { action: "campaign.duplicate", target, after, isOnce: true });
	return copied;
}

/** Ids depend on the caller: two programs may use the same key. */
async function deriveId({ kind, id }: Principal, key: string, request: unknown[]): Promise<string> {
	const keyHash = await hashSecret(JSON.stringify([kind, id, key]));
	const requestHash = await hashSecret(JSON.stringify(request));
	return `cmp_${keyHash.slice(0, 16)}${requestHash.slice(0, 16)}`;
}
