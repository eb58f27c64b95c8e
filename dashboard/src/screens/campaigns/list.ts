import type { Campaign, CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import { html } from "lit-html";
import { prefetch } from "../../api/resource.ts";
import { pagedListView } from "../../parts/lists/paged-list.ts";
import type { Row } from "../../parts/lists/row.ts";
import { segmentsView } from "../../parts/lists/segments.ts";
import { emptyView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import { timeView } from "../../parts/time.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import { can, currentSession } from "../../session/session.ts";
import { countOf, formatInteger } from "../../words/counts.ts";
import { campaignStatusWords } from "../../words/statuses.ts";
import { campaignStatusOf, countDone, countTexted } from "./domain/campaign-status.ts";
import { describeTime, people } from "./domain/describe-review.ts";
import { campaign, campaigns } from "./resources.ts";
import { readOnlyView } from "./role.ts";

const segments: [label: string, status: CampaignStatus | null][] = [
	["All", null],
	["Drafts", "draft"],
	["Sending", "sending"],
	["Paused", "paused"],
	["Completed", "completed"],
];

export function filtersView(place: Place): View {
	const status = place.query.get("status");
	const isListed = segments.some(([, value]) => value === status);
	const others = isListed || status === null ? [] : [[nameStatus(status), status] as const];
	return segmentsView({
		label: "Status",
		items: [...segments, ...others].map(([label, value]) => ({
			label,
			href: withQuery(place, { status: value }),
			isCurrent: status === value,
		})),
	});
}

export function listView(place: Place): View {
	const status = place.query.get("status");
	return html`
		${pagedListView({ resource: campaigns(status), label: "Campaigns", row: rowOf, empty: emptyListView(status) })}
		${can("campaigns:write") ? "" : readOnlyView()}
	`;
}

function rowOf(one: Campaign): Row {
	return {
		title: one.name,
		detail: describeOne(one),
		time: timeView(one.startedAt ?? one.createdAt),
		trailing: html`<span class="campaigns-state">${statusView(campaignStatusOf(one))}</span>`,
		href: `/campaigns/${one.id}`,
		prefetch: () => void prefetch(campaign(one.id)),
	};
}

function describeOne(one: Campaign): string {
	const { status, counts, reason, startAt, replies } = one;
	if (status === "draft") return countOf(counts.total, people);
	if (status === "scheduled" && startAt !== null) {
		const timeZone = currentSession()?.timeZone ?? "UTC";
		return `Starts ${describeTime(startAt, { now: Date.now(), timeZone })} with ${countOf(counts.queued, people)}`;
	}
	if ((status === "paused" || status === "failed") && reason !== null) return reason;
	const texted = countTexted(counts);
	if (status === "sending" || status === "paused") {
		return `${formatInteger(countDone(counts))} of ${countOf(counts.total, people)} done`;
	}
	const answers = replies === 0 ? "" : ` · ${countOf(replies, { one: "reply", other: "replies" })}`;
	return `Delivered to ${formatInteger(counts.delivered)} of ${countOf(texted, people)}${answers}`;
}

function emptyListView(status: string | null): View {
	if (status !== null) {
		return emptyView({
			title: "No Such Campaigns",
			text: `No campaign is in the state “${nameStatus(status)}”.`,
			action: html`<a class="button" href="/campaigns">Clear Filters</a>`,
		});
	}
	return emptyView({
		title: "No Campaigns Yet",
		text: "A campaign sends one text to many people. Each person gets it once, outside of quiet hours; people who opted out are left out.",
		...(can("campaigns:write") && {
			action: html`<a class="button" href="/campaigns/new">Write the First One</a>`,
		}),
	});
}

function nameStatus(status: string): string {
	return status in campaignStatusWords ? campaignStatusWords[status as CampaignStatus].word : status;
}
