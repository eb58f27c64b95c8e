import "./style.css";
import { html } from "lit-html";
import { peek, prefetch, refresh, use } from "../../api/resource.ts";
import { plusIcon } from "../../parts/icons.ts";
import { pageView } from "../../parts/page.ts";
import { refusalView, skeletonView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { goTo, type Place } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { filtersView, listView } from "./list.ts";
import { campaign, campaigns, outcomes } from "./resources.ts";
import { forbiddenView } from "./role.ts";

const composer = lazily(() => import("./composer/pane.ts"));
const progress = lazily(() => import("./progress/pane.ts"));
const report = lazily(() => import("./report/pane.ts"));

const isNew = ({ params }: Place) => params.campaignId === "new";

export const screen: Screen = {
	load(place) {
		const { campaignId: id } = place.params;
		if (!can("campaigns:read")) return;
		if (!id) void prefetch(campaigns(place.query.get("status")));
		else if (isNew(place)) composer()?.beginNew();
		else void prefetchOne(id);
	},
	title: (place) => (isNew(place) ? "New Campaign" : nameOf(place.params.campaignId)),
	view(place) {
		const { campaignId: id } = place.params;
		if (!id) return wholeListView(place);
		return isNew(place) ? newView() : oneView(id, place);
	},
	keys: ({ params }) =>
		params.campaignId || !can("campaigns:write")
			? []
			: [{ key: "c", label: "New campaign", run: () => goTo("/campaigns/new") }],
	commands: () =>
		can("campaigns:write") ? [{ section: "Actions", label: "New Campaign", href: "/campaigns/new" }] : [],
};

async function prefetchOne(id: string): Promise<void> {
	const one = await prefetch(campaign(id));
	if (one?.status === "draft") composer()?.prefetchDraft(id);
	else if (isUnderWay(one?.status)) progress();
	else if (one) {
		report();
		void prefetch(outcomes(id));
	}
}

const isUnderWay = (status: string | undefined) =>
	status === "scheduled" || status === "sending" || status === "paused";

function wholeListView(place: Place): View {
	return pageView({
		title: "Campaigns",
		isNarrow: true,
		actions: can("campaigns:write")
			? html`<a class="button" data-style="prominent" href="/campaigns/new">${plusIcon}<span>New Campaign</span></a>`
			: "",
		filters: filtersView(place),
		body: listView(place),
	});
}

function newView(): View {
	if (!can("campaigns:write")) return frame("New Campaign", forbiddenView("make campaigns"));
	return composer()?.composerPage(null) ?? frame("New Campaign", skeletonView());
}

function oneView(id: string, place: Place): View {
	const resource = campaign(id);
	const { data, refusal } = use(resource);
	if (!data) {
		const back = { href: "/campaigns", label: "All Campaigns" };
		const body = refusal
			? refusalView(refusal, { retry: () => void refresh(resource), back })
			: skeletonView();
		return frame("Campaign", body);
	}
	if (data.status === "draft") {
		if (!can("campaigns:write")) return report()?.draftPage(data) ?? frame(data.name, skeletonView());
		return composer()?.composerPage(data) ?? frame(data.name, skeletonView());
	}
	const pane = isUnderWay(data.status)
		? progress()?.progressPage(data, place)
		: report()?.reportPage(data, place);
	return pane ?? frame(data.name, skeletonView());
}

function frame(title: string, body: View): View {
	return pageView({
		title,
		back: { href: "/campaigns", label: "Campaigns" },
		actions: html`<div class="campaigns-actions"></div>`,
		isNarrow: true,
		body,
	});
}

function nameOf(id: string | undefined): string | undefined {
	return id ? peek(campaign(id))?.name : undefined;
}
