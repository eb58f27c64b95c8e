import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { html } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { prefetch, type Resource } from "../../api/resource.ts";
import { pageView } from "../../parts/page.ts";
import { groupView, type Row } from "../../parts/row.ts";
import { resourceView } from "../../parts/states.ts";
import type { Screen } from "../../screen.ts";
import { writeInteger } from "../../words/counts.ts";

const dashboard: Resource<Dashboard> = {
	key: "dashboard",
	load: (signal) => ask(() => api.dashboard.$get({}, until(signal))),
	hears: () => true,
};

export const screen: Screen = {
	load: () => void prefetch(dashboard),
	view: () => pageView({ title: "Overview", isNarrow: true, body: resourceView(dashboard, numbersView) }),
};

function numbersView({ today, waiting }: Dashboard) {
	return html`
		${groupView({
			title: "Needs Attention",
			rows: rows([
				["Conversations waiting", waiting.conversations, "/inbox?filter=waiting"],
				["Voicemail unheard", waiting.voicemailsUnheard, "/voicemail?heard=false"],
				["Extensions failed", waiting.extensionsFailed, "/extensions"],
				["Campaigns paused", waiting.campaignsPaused, "/campaigns?status=paused"],
			]),
		})}
		${groupView({
			title: "Today",
			rows: rows([
				["Calls", today.calls, "/calls"],
				["Missed", today.missed, "/calls?outcome=missed"],
				["Voicemail", today.voicemails, "/voicemail"],
				["Texts received", today.textsReceived, "/inbox"],
			]),
		})}
	`;
}

/** What the scopes leave out is absent. */
function rows(figures: [title: string, count: number | undefined, href: string][]): Row[] {
	return figures.flatMap(([title, count, href]) =>
		count === undefined
			? []
			: [{ title, href, trailing: html`<span class="number">${writeInteger(count)}</span>` }],
	);
}
