import { capitalise } from "../../../words/capitalise.ts";
import "./style.css";
import type { CampaignRecipient, RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { html } from "lit-html";
import { saveCsv } from "../../../api/save-csv.ts";
import { actionButton } from "../../../parts/button.ts";
import { downloadIcon } from "../../../parts/icons.ts";
import { pagedListView } from "../../../parts/lists/paged-list.ts";
import type { Row } from "../../../parts/lists/row.ts";
import { emptyView, refusalLine } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { goTo, type Place, withQuery } from "../../../router.ts";
import { actionOf } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { recipientStatusWords } from "../../../words/statuses.ts";
import { formatMoment } from "../../../words/times.ts";
import { type RecipientFilter, recipients } from "../resources.ts";
import { choiceOf, choices, queryOf, readRecipientFilter } from "./filter.ts";

const searchMilliseconds = 300;
const emptyLine = "\u00a0";
let searchTimer: ReturnType<typeof setTimeout> | undefined;

export function recipientsView(id: string, place: Place): View {
	const filter = readRecipientFilter(place.query);
	const exporting = `export/${id}`;
	return html`
		<section class="campaigns-list" aria-labelledby="campaigns-list" id="recipients">
			<div class="campaigns-list-head">
				<h2 id="campaigns-list">Recipients</h2>
				<label class="campaigns-show">
					<span class="visually-hidden">Show</span>
					<select class="input" @change=${(event: Event) => show(place, (event.currentTarget as HTMLSelectElement).value)}>
						${choices.map(({ value, label }) => html`<option value=${value} ?selected=${value === choiceOf(filter)}>${label}</option>`)}
					</select>
				</label>
				<label class="campaigns-search">
					<span class="visually-hidden">Search numbers and fields</span>
					<input class="input" type="search" placeholder="Number or field" autocomplete="off" .value=${filter.q ?? ""} @input=${(event: Event) => search(place, event)}>
				</label>
				<div class="campaigns-export">${actionButton({
					name: exporting,
					label: "Export CSV",
					busyLabel: "Exporting…",
					icon: downloadIcon,
					run: () => saveCsv(exportPath(id, filter), "recipients.csv"),
				})}</div>
			</div>
			${refusalLine(actionOf(exporting).refusal)}
			${pagedListView({ resource: recipients(id, filter), label: "Recipients", row: rowOf, empty: emptyList(place) })}
		</section>
	`;
}

function exportPath(id: string, filter: RecipientFilter): string {
	const query = new URLSearchParams({ ...filter }).toString();
	return `/api/campaigns/${id}/recipients${query === "" ? "" : `?${query}`}`;
}

function show(place: Place, value: string): void {
	goTo(withQuery(place, queryOf(value)), { replaces: true });
}

function search(place: Place, event: Event): void {
	const q = (event.currentTarget as HTMLInputElement).value.trim();
	clearTimeout(searchTimer);
	searchTimer = setTimeout(
		() => goTo(withQuery(place, { q: q === "" ? null : q }), { replaces: true }),
		searchMilliseconds,
	);
}

function rowOf(one: CampaignRecipient): Row {
	const { number, fields, reason, errorCode, status, repliedAt, optedOutAt, heldUntil, updatedAt } = one;
	const values = Object.values(fields).join(", ");
	const facts = [
		values,
		optedOutAt === null ? "" : "Opted out",
		repliedAt === null ? "" : "Replied",
		reason === null ? "" : capitalise(reason),
		heldUntil !== null && status === "queued" ? `Held until ${formatMoment(heldUntil)}` : "",
		errorCode === null || reason?.includes(String(errorCode)) ? "" : `Code ${errorCode}`,
	].filter((fact) => fact !== "");
	return {
		title: formatNumber(number) || "(empty)",
		// Each row has its second line, so that none grows later.
		detail: html`<span title=${facts.join(" · ")}>${facts.join(" · ") || emptyLine}</span>`,
		...(status !== "queued" && status !== "skipped" && { time: timeView(updatedAt) }),
		trailing: html`<span class="campaigns-state">${statusView(recipientStatusWords[status as RecipientStatus])}</span>`,
	};
}

function emptyList(place: Place): View {
	const filter = readRecipientFilter(place.query);
	if (Object.keys(filter).length === 0)
		return emptyView({ title: "No Recipients", text: "Nobody is in its list." });
	return emptyView({
		title: "Nobody Here",
		text: "No recipient matches this filter.",
		action: html`<a class="button" href=${withQuery(place, { status: null, replied: null, optedOut: null, q: null })}>Clear Filters</a>`,
	});
}
