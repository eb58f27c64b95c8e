import type { CampaignRecipient, RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type {
	Campaign,
	CampaignOutcomes,
	CampaignProgress,
	CampaignStatus,
} from "@cloudpbx/contracts/campaigns/campaigns";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { type PagedResource, pages } from "../../api/pages.ts";
import { markStale, type Resource } from "../../api/resource.ts";

export function campaigns(status: string | null): PagedResource<Campaign> {
	const filter = { ...(status !== null && { status: status as CampaignStatus }) };
	return pages<Campaign>({
		key: `campaigns?${new URLSearchParams({ ...filter })}`,
		loadPage: (cursor, signal) =>
			ask(() => api.campaigns.$get({ query: { ...filter, ...(cursor && { cursor }) } }, until(signal))),
		staleAfter: ({ kind }) => kind === "campaign",
	});
}

export function campaign(id: string): Resource<CampaignProgress> {
	return {
		key: `campaigns/${id}`,
		load: (signal) => ask(() => api.campaigns[":id"].$get({ param: { id } }, until(signal))),
		staleAfter: staleAfterCampaign(id),
	};
}

export function outcomes(id: string): Resource<CampaignOutcomes> {
	return {
		key: `campaigns/${id}/outcomes`,
		load: (signal) => ask(() => api.campaigns[":id"].outcomes.$get({ param: { id } }, until(signal))),
		staleAfter: staleAfterCampaign(id),
	};
}

export interface RecipientFilter {
	status?: RecipientStatus;
	replied?: "true";
	optedOut?: "true";
	q?: string;
}

export function recipients(id: string, filter: RecipientFilter): PagedResource<CampaignRecipient> {
	return pages<CampaignRecipient>({
		key: `campaigns/${id}/recipients?${new URLSearchParams({ ...filter })}`,
		loadPage: (cursor, signal) =>
			ask(() =>
				api.campaigns[":id"].recipients.$get(
					{ param: { id }, query: { ...filter, ...(cursor && { cursor }) } },
					until(signal),
				),
			),
		staleAfter: staleAfterCampaign(id),
	});
}

/** After a change made here: reads everything again that shows the campaign. */
export function markCampaignStale(id: string): void {
	const shows = ({ key }: Resource<unknown>) =>
		key.startsWith(`campaigns/${id}`) && !key.endsWith("/preview");
	markStale(
		(resource) => shows(resource) || resource.key.startsWith("campaigns?") || resource.key === "dashboard",
	);
}

function staleAfterCampaign(id: string) {
	return (event: LiveEvent) => event.kind === "campaign" && event.campaignId === id;
}
