import type { Page } from "@cloudpbx/contracts/api/page";
import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type {
	CampaignRecipient,
	CampaignRecipientInput,
	RecipientStatus,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type {
	Campaign,
	CampaignOutcomes,
	CampaignPlan,
	CampaignProgress,
	CampaignStatus,
	ChangeCampaign,
} from "@cloudpbx/contracts/campaigns/campaigns";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

type Recipients = { recipients: (string | CampaignRecipientInput)[] | Audience };
type Command = Endpoint<Campaign, ById>;

/** Recipient files are sent by `fetch` with their plan in the query: the typed client sends JSON. */
export type CampaignsApi = {
	"/api/campaigns": {
		$get: Endpoint<Page<Campaign>, { query: PageInput & { status?: CampaignStatus } }>;
		$post: Endpoint<
			Campaign,
			{
				json: Partial<CampaignPlan> & Partial<Recipients> & { name: string; draft?: boolean };
				header?: { "idempotency-key"?: string };
			},
			201
		>;
	};
	"/api/campaigns/preview": {
		$post: Endpoint<CampaignPreview, { json: Omit<CampaignPlan, "name"> & Recipients & { name?: string } }>;
	};
	"/api/campaigns/:id": {
		$get: Endpoint<CampaignProgress, ById>;
		$put: Endpoint<Campaign, ById & { json: ChangeCampaign }>;
		$delete: Endpoint<null, ById>;
	};
	/** Previews a stored campaign with this change; `{}` is the stored plan. */
	"/api/campaigns/:id/preview": {
		$post: Endpoint<CampaignPreview, ById & { query: { position?: string }; json: ChangeCampaign }>;
	};
	"/api/campaigns/:id/duplicate": {
		$post: Endpoint<Campaign, ById & { header: { "idempotency-key"?: string } }, 201>;
	};
	"/api/campaigns/:id/outcomes": { $get: Endpoint<CampaignOutcomes, ById> };
	"/api/campaigns/:id/recipients": {
		$get: Endpoint<
			Page<CampaignRecipient>,
			ById & {
				query: PageInput & {
					status?: RecipientStatus;
					q?: string;
					replied?: "true" | "false";
					optedOut?: "true" | "false";
				};
			}
		>;
		$put: Endpoint<Campaign, ById & { json: Recipients }>;
	};
	"/api/campaigns/:id/schedule": { $post: Endpoint<Campaign, ById & { json: { startAt: string | null } }> };
	"/api/campaigns/:id/pause": { $post: Command };
	"/api/campaigns/:id/resume": { $post: Command };
	"/api/campaigns/:id/cancel": { $post: Command };
	"/api/campaigns/:id/test": { $post: Endpoint<Message, ById & { json: { to: string } }, 201> };
};
