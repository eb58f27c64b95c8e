import type { Campaign, CampaignPlan, CampaignRecipientInput } from "@cloudpbx/contracts/campaigns";
import { type Result, refuse } from "@cloudpbx/contracts/errors";
import type { CampaignsRpc } from "@cloudpbx/contracts/rpc";
import { hashSecret } from "../access/secret.ts";
import { type Principal, toActor } from "../domain/principal.ts";
import { summariseCampaign } from "../domain/summarise-campaign.ts";
import { askService } from "./ask-service.ts";
import { type Act, recordDone } from "./record-change.ts";

export interface NewCampaignInput {
	plan: CampaignPlan;
	recipients: CampaignRecipientInput[];
	isDraft: boolean;
	/** The caller's own word for this request; null: every request is another campaign. */
	idempotencyKey: string | null;
}

/** Under the same key the campaign that was made first is answered; what broke half-way is completed. */
export async function createCampaign(
	act: Act,
	person: Principal,
	campaigns: CampaignsRpc,
	{ idempotencyKey, ...input }: NewCampaignInput,
): Promise<Result<Campaign>> {
	const own = idempotencyKey === null ? {} : { id: await deriveId(person, [idempotencyKey]) };
	const created = await askService(
		"campaigns",
		campaigns.createCampaign({ ...input, ...own }, toActor(person)),
	);
	if (!created.ok) return created;
	const { id, name } = created.value;
	if (name !== input.plan.name) {
		return refuse("conflict", `This Idempotency-Key belongs to the campaign “${name}”. Use another one.`);
	}
	const after = summariseCampaign(created.value);
	await recordDone(act, { action: "campaign.create", target: { kind: "campaign", id }, after, isOnce: true });
	return created;
}

/** Under the same key the copy that was made first is answered; what broke half-way is completed. */
export async function duplicateCampaign(
	act: Act,
	person: Principal,
	campaigns: CampaignsRpc,
	source: { id: string; idempotencyKey: string | null },
): Promise<Result<Campaign>> {
	const { id: sourceId, idempotencyKey } = source;
	const id = idempotencyKey === null ? null : await deriveId(person, [idempotencyKey, sourceId]);
	const copied = await askService("campaigns", campaigns.duplicateCampaign(sourceId, id, toActor(person)));
	if (!copied.ok) return copied;
	const target = { kind: "campaign", id: copied.value.id };
	const after = { ...summariseCampaign(copied.value), sourceId };
	await recordDone(act, { action: "campaign.duplicate", target, after, isOnce: true });
	return copied;
}

/** Of whoever asks: two programs that both count from 1 mean different campaigns. */
async function deriveId({ kind, id }: Principal, words: string[]): Promise<string> {
	const hash = await hashSecret(JSON.stringify([kind, id, ...words]));
	return `cmp_${hash.slice(0, 32)}`;
}
