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

export interface CampaignsRpc extends HealthRpc, ErasureRpc {
	/**
	 * Invalid, duplicate and opted-out recipients are stored as `skipped`. Starts at `startAt` or at once, unless
	 * `isDraft`. The same `id` again is the same campaign. A draft without recipients or message cannot be scheduled.
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
	/** As if `patch` were applied. `position` names the recipient of `samples.chosen`. */
	previewStored(
		campaignId: string,
		patch: Partial<CampaignPlan>,
		position: number | null,
	): Promise<Result<CampaignPreview>>;
	listCampaigns(input: ListCampaigns): Promise<Result<Page<Campaign>>>;
	getCampaign(campaignId: string): Promise<Result<CampaignProgress>>;
	getOutcomes(campaignId: string): Promise<Result<CampaignOutcomes>>;
	/** By status and position. A search reads a bounded number: a page may be empty and not the last. */
	listRecipients(campaignId: string, input: ListRecipients): Promise<Result<Page<CampaignRecipient>>>;
	/** Changes a draft or a scheduled campaign. Absent fields stay; `startAt: null` means at once. */
	updateCampaign(campaignId: string, change: ChangeCampaign): Promise<Result<Campaign>>;
	replaceRecipients(
		campaignId: string,
		recipients: CampaignRecipientInput[] | Audience,
	): Promise<Result<Campaign>>;
	scheduleCampaign(campaignId: string, startAt: string | null): Promise<Result<Campaign>>;
	/** Takes effect at once; only a text that is already at the carrier still goes out. */
	pauseCampaign(campaignId: string): Promise<Result<Campaign>>;
	resumeCampaign(campaignId: string): Promise<Result<Campaign>>;
	/** Final. Recipients without a text become `skipped`. */
	cancelCampaign(campaignId: string): Promise<Result<Campaign>>;
	/** Deletes a draft and its recipients. The next call or the sweep finishes an interrupted deletion. */
	deleteCampaign(campaignId: string): Promise<Result<null>>;
	/** Makes a draft with the plan and the recipients, set aside anew. The same `id` is the same draft. */
	duplicateCampaign(campaignId: string, id: string | null, actor: Actor): Promise<Result<Campaign>>;
	testCampaign(campaignId: string, to: string, actor: Actor): Promise<Result<Message>>;
}
