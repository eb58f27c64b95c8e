import "./style.css";
import type { Webhook } from "@cloudpbx/contracts/news/webhooks";
import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { html, nothing } from "lit-html";
import { prefetch } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { plusIcon } from "../../../parts/icons.ts";
import { groupView } from "../../../parts/lists/row.ts";
import { emptyView, resourceView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import type { View } from "../../../parts/view.ts";
import { type Place, withQuery } from "../../../router.ts";
import { can } from "../../../session/session.ts";
import type { SettingsPage } from "../settings-page.ts";
import { deliveriesOf, webhooks } from "./resources.ts";
import { showCreate } from "./sheets.ts";
import { webhookView } from "./webhook.ts";
import { describeStanding, hostOf, statusOf } from "./words.ts";

export const page: SettingsPage = {
	load({ query }) {
		void prefetch(webhooks);
		const id = query.get("webhook");
		if (id !== null) void prefetch(deliveriesOf(id));
	},
	view(place) {
		const id = place.query.get("webhook");
		const listHref = withQuery(place, { webhook: null });
		return resourceView(webhooks, (all) => {
			if (id === null) return listView(place, all);
			const one = all.find((webhook) => webhook.id === id);
			return one ? webhookView(one, listHref) : goneView(listHref);
		});
	},
};

function listView(place: Place, all: Webhook[]): View {
	return html`
		<p class="settings-intro">Your own software is told what happens here, such as a CRM that needs to know of missed calls.</p>
		<div class="ways">${can("webhooks:write") ? newButton(all.length) : nothing}<a class="button" href="/api/docs" target="_blank" rel="noopener">API Reference</a></div>
		${
			all.length === 0
				? emptyView({
						title: "No Webhooks",
						text: "A webhook is an https address of yours. Each event is sent there, signed, until your software accepts it.",
					})
				: groupView({
						label: "Webhooks",
						rows: all.map((one) => ({
							title: one.description || hostOf(one.url),
							detail: one.description ? hostOf(one.url) : describeStanding(one),
							trailing: statusView(statusOf(one)),
							href: withQuery(place, { webhook: one.id }),
							prefetch: () => void prefetch(deliveriesOf(one.id)),
						})),
					})
		}
	`;
}

function newButton(count: number): View {
	const isFull = count >= webhookLimits.webhooks;
	const unavailable = isFull
		? `${webhookLimits.webhooks} webhooks are the most. Delete one first.`
		: undefined;
	return buttonView({
		label: "New Webhook…",
		style: "prominent",
		icon: plusIcon,
		onPress: showCreate,
		unavailable,
	});
}

function goneView(listHref: string): View {
	return emptyView({
		title: "No Such Webhook",
		text: "It has been deleted.",
		action: html`<a class="button" href=${listHref}>All Webhooks</a>`,
	});
}
