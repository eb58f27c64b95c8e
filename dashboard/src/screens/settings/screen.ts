import type { WholeSettings } from "@cloudpbx/contracts/settings";
import { html } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { prefetch, type Resource } from "../../api/resource.ts";
import { definitionsView } from "../../parts/definitions.ts";
import { pageView } from "../../parts/page.ts";
import { groupView } from "../../parts/row.ts";
import { resourceView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import type { Screen } from "../../screen.ts";
import { can, currentSession, signOut } from "../../session/session.ts";
import { roleWords } from "../../words/statuses.ts";

const settings: Resource<WholeSettings> = {
	key: "settings",
	load: (signal) => ask(() => api.settings.$get({}, until(signal))),
};

export const screen: Screen = {
	load: () => {
		if (can("settings:read")) void prefetch(settings);
	},
	view: () =>
		pageView({
			title: "Settings",
			isNarrow: true,
			body: html`${can("settings:read") ? resourceView(settings, companyView) : ""} ${personView()}`,
		}),
};

function companyView({ companyName, timeZone, greeting, hoursText }: WholeSettings): View {
	return definitionsView([
		["Company", companyName],
		["Time Zone", timeZone],
		["Greeting", greeting || null],
		["Hours", hoursText || null],
	]);
}

function personView(): View {
	const session = currentSession();
	const person = session?.person;
	return html`
		${groupView({
			title: "You",
			rows: [
				{
					title: person?.name ?? "API key",
					detail: person?.email ?? "",
					trailing: session?.role ? roleWords[session.role].word : "",
				},
			],
		})}
		<p><button type="button" class="button" @click=${() => void signOut()}>Sign Out</button></p>
	`;
}
