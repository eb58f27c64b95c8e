import type { Page } from "../api/page.ts";
import type { Audience } from "../campaigns/audience.ts";
import type { CampaignPreview } from "../campaigns/campaign-preview.ts";
import type {
	CampaignRecipient,
	CampaignRecipientInput,
	ListRecipients,
} from "../campaigns/campaign-recipients.ts";
import type {
	Campaign,
	CampaignOutcomes,
	CampaignPlan,
	CampaignProgress,
	ChangeCampaign,
	ListCampaigns,
} from "../campaigns/campaigns.ts";
import type { Result } from "../errors.ts";
import type { HealthRpc } from "../health.ts";
import type { Actor, Message } from "../texts/messages.ts";
import type { ErasureRpc } from "./every-worker.ts";

/**
 * Text campaigns. Inputs are checked here again, so a caller may pass on what it was given. Whoever calls keeps the audit log.
 * Refusals: `bad_input` (in words), `not_found`, `precondition_failed` (the state forbids it, the company has no number),
 * `limit_exceeded`.
 */
export interface CampaignsRpc extends HealthRpc, ErasureRpc {
	/**
	 * Stores a campaign with everybody in it: invalid, doubled and opted-out recipients are kept as `skipped` with the reason.
	 * It starts at `startAt`, or at once, unless `isDraft`. The same `id` again is the same campaign: nothing happens twice.
	 * A draft may have no recipients and an empty message; such a one cannot be scheduled. Of an audience the contacts of this moment are
	 * stored.
	 */
	createCampaign(
		input: {
			id?: string;
			plan: CampaignPlan;
			recipients: CampaignRecipientInput[] | Audience;
			isDraft: boolean;
		},
		actor: Actor,
	): Promise<Result<Campaign>>;
	previewCampaign(input: {
		plan: CampaignPlan;
		recipients: CampaignRecipientInput[] | Audience;
	}): Promise<Result<CampaignPreview>>;
	/**
	 * Of a draft or a scheduled campaign and its stored recipients, as if `patch` had been applied. `position` names the
	 * recipient whose text is answered as `samples.chosen`.
	 */
	previewStored(
		campaignId: string,
		patch: Partial<CampaignPlan>,
		position: number | null,
	): Promise<Result<CampaignPreview>>;
	/** Latest first. */
	listCampaigns(input: ListCampaigns): Promise<Result<Page<Campaign>>>;
	getCampaign(campaignId: string): Promise<Result<CampaignProgress>>;
	/** Recipients by status, reason and code. Reads no recipient. */
	getOutcomes(campaignId: string): Promise<Result<CampaignOutcomes>>;
	/**
	 * By status and turn; all of them in the order in which they were handed in. A search looks at some thousand recipients and
	 * answers those that match, which may be none: `nextCursor` leads to the rest.
	 */
	listRecipients(campaignId: string, input: ListRecipients): Promise<Result<Page<CampaignRecipient>>>;
	/**
	 * A draft or a scheduled campaign; a field that is absent stays, `startAt: null` means at once. An old `version` is a
	 * `conflict` with both values.
	 */
	updateCampaign(campaignId: string, change: ChangeCampaign): Promise<Result<Campaign>>;
	/** Replaces everybody in a draft or a scheduled campaign. */
	replaceRecipients(
		campaignId: string,
		recipients: CampaignRecipientInput[] | Audience,
	): Promise<Result<Campaign>>;
	/** A draft, or a scheduled one, starts then; null: now. */
	scheduleCampaign(campaignId: string, startAt: string | null): Promise<Result<Campaign>>;
	/** Takes effect at once: at most a text that is at the carrier already still goes out. */
	pauseCampaign(campaignId: string): Promise<Result<Campaign>>;
	resumeCampaign(campaignId: string): Promise<Result<Campaign>>;
	/** For good. Whoever has not been texted is `skipped`. */
	cancelCampaign(campaignId: string): Promise<Result<Campaign>>;
	/** Deletes a draft and its recipients. A deletion that broke off is finished by the next call or by the sweeper. */
	deleteCampaign(campaignId: string): Promise<Result<null>>;
	/**
	 * A draft with the plan of a campaign in any state, without `startAt`, and with the same recipients, set aside anew by what is
	 * known now. The same `id` again is the same draft.
	 */
	duplicateCampaign(campaignId: string, id: string | null, actor: Actor): Promise<Result<Campaign>>;
	/** The text as the first recipient would get it, to somebody who wants to see it; through the gate like any other. */
	testCampaign(campaignId: string, to: string, actor: Actor): Promise<Result<Message>>;
}
