import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { html, nothing } from "lit-html";
import { use } from "../../api/resource.ts";
import { barsView } from "../../parts/charts/bars.ts";
import { groupView, type Row } from "../../parts/lists/row.ts";
import type { View } from "../../parts/view.ts";
import { can } from "../../session/session.ts";
import { countOf, formatInteger, formatShare } from "../../words/counts.ts";
import { formatLongDate, formatShortDate } from "../../words/times.ts";
import { campaignsThatAre, namedMax } from "./resources.ts";

/** Each figure links to its list. Figures outside of the scopes are absent. */
export function todayView({ today, date, timeZone }: Dashboard): View {
	const day = `from=${date}&to=${date}`;
	const figures: [label: string, count: number | undefined, href: string][] = [
		["Calls", today.calls, `/calls?${day}&direction=inbound`],
		["Answered", today.answered, `/calls?${day}&outcome=answered&direction=inbound`],
		["Missed", today.missed, `/calls?${day}&outcome=missed`],
		["Voicemail", today.voicemails, `/calls?${day}&outcome=voicemail`],
		["Texts Received", today.textsReceived, "/inbox"],
		["Texts Sent", today.textsSent, "/inbox"],
	];
	const shown = figures.filter(([, count]) => count !== undefined);
	if (shown.length === 0) return nothing;
	return html`
		<section class="group-section">
			<h2 class="group-title">Today <span class="overview-zone">${formatLongDate(date)}, ${timeZone}</span></h2>
			<ul class="overview-figures">
				${shown.map(
					([label, count = 0, href]) => html`
						<li><a class="overview-figure" href=${href}><span class="overview-count number">${formatInteger(count)}</span><span>${label}</span></a></li>
					`,
				)}
			</ul>
		</section>
	`;
}

export function nowView({ now, date }: Dashboard): View {
	const calls = now.callsInProgress ?? 0;
	const rows: Row[] = [];
	if (calls > 0) {
		rows.push({
			title: countOf(calls, { one: "call in progress", other: "calls in progress" }),
			href: `/calls?from=${date}&to=${date}&direction=inbound`,
		});
	}
	if ((now.campaignsSending ?? 0) > 0) rows.push(...campaignRows(now.campaignsSending ?? 0));
	return rows.length === 0 ? nothing : groupView({ title: "Now", rows });
}

function campaignRows(count: number): Row[] {
	const { data } = use(campaignsThatAre("sending"));
	if (!data) {
		const rows = Math.min(count, namedMax);
		return Array.from({ length: rows }, () => ({
			title: "\u00a0",
			detail: "\u00a0",
			href: "/campaigns?status=sending",
		}));
	}
	return data.map(({ id, name, counts }) => {
		const { total, queued, sending } = counts;
		const done = total - queued - sending;
		return {
			title: name,
			detail: html`
				<span class="overview-progress"><progress max=${total} value=${done} aria-label="Sent"></progress>
				<span class="number">${formatInteger(done)} of ${formatInteger(total)}, ${formatShare(done, total)}</span></span>
			`,
			href: `/campaigns/${id}`,
		};
	});
}

export function weekView({ days, timeZone }: Dashboard): View {
	if (days.every(({ calls }) => calls === undefined)) return nothing;
	const sum = (name: "calls" | "missed") => days.reduce((total, day) => total + (day[name] ?? 0), 0);
	const calls = sum("calls");
	const missed = sum("missed");
	const title =
		calls === 0
			? "Nothing yet in the last seven days"
			: `${countOf(calls, { one: "call", other: "calls" })} in the last seven days, ${formatInteger(missed)} missed`;
	return html`
		${barsView({
			id: "overview-week",
			title,
			subtitle: `Calls a day, ${timeZone}. Today is not over.`,
			series: [
				{ name: "Reached", color: 1 },
				{ name: "Missed", color: "bad" },
			],
			columns: days.map((day, index) => ({
				label: formatShortDate(day.date, "weekday"),
				longLabel: formatLongDate(day.date),
				values: [(day.calls ?? 0) - (day.missed ?? 0), day.missed ?? 0],
				href: `/calls?from=${day.date}&to=${day.date}&direction=inbound`,
				isPartial: index === days.length - 1,
			})),
		})}
		${can("analytics:read") ? html`<p class="overview-more"><a href="/analytics">Open Analytics</a></p>` : nothing}
	`;
}
