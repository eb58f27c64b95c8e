import "./style.css";
import { html } from "lit-html";
import { prefetch } from "../../../api/resource.ts";
import { saveCsv } from "../../../api/save-csv.ts";
import { actionButton, buttonView } from "../../../parts/button.ts";
import { downloadIcon } from "../../../parts/icons.ts";
import { pagedListView } from "../../../parts/lists/paged-list.ts";
import { emptyView, refusalLine } from "../../../parts/states.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { goTo, type Place, withQuery } from "../../../router.ts";
import { can } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { formatNumber, readTypedNumber } from "../../../words/phone-numbers.ts";
import type { SettingsPage } from "../settings-page.ts";
import { showImport } from "./import.ts";
import { optOuts, standingOf } from "./resources.ts";
import { showOptOut } from "./sheets.ts";
import { standingView } from "./standing.ts";
import { describeSource } from "./words.ts";

const exportName = "opt-outs-export";
const store = createStore<{ error: string | undefined }>({ error: undefined });

export const page: SettingsPage = {
	load({ query }) {
		const number = readTypedNumber(query.get("number") ?? "");
		void (number ? prefetch(standingOf(number)) : prefetch(optOuts));
	},
	view(place) {
		const typed = place.query.get("number");
		const number = typed === null ? null : readTypedNumber(typed);
		return html`
			<p class="settings-intro">An opted-out number gets no texts, from anybody.</p>
			${searchView(place, number)}
			${number ? standingView(number, withQuery(place, { number: null })) : html`${waysView()} ${listView(place)}`}
		`;
	},
};

function searchView(place: Place, number: string | null): View {
	const { error } = store.state;
	return html`
		<form class="opt-outs-search" role="search" @submit=${(event: SubmitEvent) => search(event, place)}>
			<div class="field">
				<label for="opt-outs-number">Number</label>
				<input id="opt-outs-number" class="input" name="number" type="search" inputmode="tel" autocomplete="off" .value=${number ? formatNumber(number) : ""} aria-invalid=${error ? "true" : "false"} aria-describedby="opt-outs-hint">
				<p id="opt-outs-hint" class=${error ? "field-error" : "field-hint"}>${error ?? "Its current state, and everything it ever said about texts."}</p>
			</div>
			<button class="button">Look Up</button>
		</form>
	`;
}

function search(event: SubmitEvent, place: Place): void {
	event.preventDefault();
	const typed = String(new FormData(event.currentTarget as HTMLFormElement).get("number") ?? "").trim();
	const number = readTypedNumber(typed);
	store.change((state) => {
		state.error = typed && !number ? "Type ten digits, or a plus and the country." : undefined;
	});
	if (!store.state.error) goTo(withQuery(place, { number }));
}

function waysView(): View {
	return html`
		<div class="ways">
			${
				can("optouts:write")
					? html`${buttonView({ label: "Opt Out a Number…", onPress: () => showOptOut(null) })} ${buttonView({ label: "Import…", onPress: showImport })}`
					: ""
			}
			${actionButton({
				name: exportName,
				label: "Export",
				busyLabel: "Exporting…",
				icon: downloadIcon,
				run: () => saveCsv("/api/opt-outs", "opt-outs.csv"),
			})}
		</div>
		${refusalLine(actionOf(exportName).refusal)}
	`;
}

function listView(place: Place): View {
	return pagedListView({
		resource: optOuts,
		label: "Opted-out numbers",
		row: (one) => ({
			title: html`<span class="number">${formatNumber(one.number)}</span>`,
			detail: describeSource({ ...one, by: one.addedBy }),
			time: timeView(one.at),
			href: withQuery(place, { number: one.number }),
			prefetch: () => void prefetch(standingOf(one.number)),
		}),
		empty: emptyView({
			title: "Nobody Has Opted Out",
			text: "Numbers that text STOP, or ask for it in a sentence, appear here at once and get no more texts.",
		}),
	});
}
