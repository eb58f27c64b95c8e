import type { Campaign } from "@cloudpbx/contracts/campaigns";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { pages } from "../../api/pages.ts";
import { prefetch, type Resource } from "../../api/resource.ts";
import { definitionsView } from "../../parts/definitions.ts";
import { pageView } from "../../parts/page.ts";
import { pagedListView } from "../../parts/paged-list.ts";
import { emptyView, resourceView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import type { Place } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { countOf, writeInteger } from "../../words/counts.ts";
import { writeNumber } from "../../words/phone-numbers.ts";
import { campaignStatusWords } from "../../words/statuses.ts";

const campaigns = pages<Campaign>({
	key: "campaigns",
	loadPage: (cursor, signal) =>
		ask(() => api.campaigns.$get({ query: { ...(cursor && { cursor }) } }, until(signal))),
	hears: ({ kind }) => kind === "campaign",
});

function campaign(id: string): Resource<Campaign> {
	return {
		key: `campaigns/${id}`,
		load: (signal) => ask(() => api.campaigns[":id"].$get({ param: { id } }, until(signal))),
		hears: (event) => event.kind === "campaign" && event.campaignId === id,
	};
}

export const screen: Screen = {
	load({ params }) {
		if (params.campaignId) void prefetch(campaign(params.campaignId));
		else void prefetch(campaigns);
	},
	view: ({ params }: Place) => (params.campaignId ? oneView(params.campaignId) : listView()),
};

function listView() {
	return pageView({
		title: "Campaigns",
		isNarrow: true,
		body: pagedListView({
			resource: campaigns,
			label: "Campaigns",
			row: ({ id, name, status, counts }) => ({
				title: name,
				detail: countOf(counts.total, { one: "recipient", other: "recipients" }),
				trailing: statusView(campaignStatusWords[status]),
				href: `/campaigns/${id}`,
			}),
			empty: emptyView({
				title: "No Campaigns",
				text: "A campaign texts many people, each at a fitting hour.",
			}),
		}),
	});
}

function oneView(id: string) {
	return pageView({
		title: "Campaign",
		isNarrow: true,
		back: { href: "/campaigns", label: "Campaigns" },
		body: resourceView(
			campaign(id),
			({ name, status, fromNumber, counts, message }) =>
				definitionsView([
					["Name", name],
					["Status", statusView(campaignStatusWords[status])],
					["From", writeNumber(fromNumber)],
					["Delivered", writeInteger(counts.delivered)],
					["Message", message],
				]),
			{ back: { href: "/campaigns", label: "All Campaigns" } },
		),
	});
}
