import type { Page } from "@cloudpbx/contracts/api/page";
import type {
	Campaign,
	CampaignPlan,
	CampaignPreview,
	CampaignProgress,
	CampaignRecipient,
	CampaignRecipientInput,
	CampaignStatus,
	RecipientStatus,
} from "@cloudpbx/contracts/campaigns";
import type { Message } from "@cloudpbx/contracts/messaging";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

type Recipients = { recipients: (string | CampaignRecipientInput)[] };
type Command = Endpoint<Campaign, ById>;

/** Files of recipients go by `fetch` with their plan in the query: the typed client sends JSON. */
export type CampaignsApi = {
	"/api/campaigns": {
		$get: Endpoint<Page<Campaign>, { query: PageInput & { status?: CampaignStatus } }>;
		$post: Endpoint<
			Campaign,
			{ json: CampaignPlan & Recipients & { draft?: boolean }; header?: { "idempotency-key"?: string } },
			201
		>;
	};
	"/api/campaigns/preview": {
		$post: Endpoint<CampaignPreview, { json: Omit<CampaignPlan, "name"> & Recipients & { name?: string } }>;
	};
	"/api/campaigns/:id": {
		$get: Endpoint<CampaignProgress, ById>;
		$put: Endpoint<Campaign, ById & { json: Partial<CampaignPlan> }>;
	};
	"/api/campaigns/:id/recipients": {
		$get: Endpoint<Page<CampaignRecipient>, ById & { query: PageInput & { status?: RecipientStatus } }>;
		$put: Endpoint<Campaign, ById & { json: Recipients }>;
	};
	"/api/campaigns/:id/schedule": { $post: Endpoint<Campaign, ById & { json: { startAt: string | null } }> };
	"/api/campaigns/:id/pause": { $post: Command };
	"/api/campaigns/:id/resume": { $post: Command };
	"/api/campaigns/:id/cancel": { $post: Command };
	"/api/campaigns/:id/test": { $post: Endpoint<Message, ById & { json: { to: string } }, 201> };
};
