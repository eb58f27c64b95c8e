import { html } from "lit-html";
import { emptyView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";

const who = "An owner can change your role under Settings, People.";

export function forbiddenView(what: string): View {
	return emptyView({
		title: "Not Yours to Change",
		text: `Owners and admins ${what}. ${who}`,
		action: html`<a class="button" href="/campaigns">All Campaigns</a>`,
	});
}

export function readOnlyView(): View {
	return html`<p class="group-footer">Owners and admins plan and send campaigns. ${who}</p>`;
}
