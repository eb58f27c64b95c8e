import type { CallAnalytics } from "@cloudpbx/contracts/api/analytics";
import type { ReceptionistResult } from "@cloudpbx/contracts/calls";
import { html } from "lit-html";
import { barsView } from "../../parts/bars.ts";
import { heatMapView } from "../../parts/heat-map.ts";
import { sharesView } from "../../parts/shares.ts";
import type { View } from "../../parts/view.ts";
import { writeBefore } from "../../words/changes.ts";
import { countOf, writeDecimal, writeInteger, writeShare } from "../../words/counts.ts";
import { receptionistResultWords } from "../../words/statuses.ts";
import { writeLongDate, writeLongDuration, writeShortDate } from "../../words/times.ts";
import { figuresView } from "./figures.ts";
import { averageOf, tellAnswered, tellBusiest, tellCalls } from "./findings.ts";
import { callsHref, daysOf } from "./links.ts";

/** From the bottom up. */
const series = [
	{ name: "Answered", color: 1, outcomes: ["answered"] },
	{ name: "Informed", color: 5, pattern: "lines", outcomes: ["informed"] },
	{ name: "Voicemail", color: 4, pattern: "dots", outcomes: ["voicemail"] },
	{ name: "Blocked", color: 6, pattern: "stripes", outcomes: ["blocked"] },
	{ name: "Missed", color: "bad", outcomes: ["abandoned", "failed"] },
] as const;

const callForms = { one: "call", other: "calls" };

export function callsView(report: CallAnalytics): View {
	const days = daysOf(report.days);
	return html`
		<section class="analytics-part">
			<h2 class="analytics-finding">${tellCalls(report)}</h2>
			<p class="soft">${tellAnswered(report)}</p>
			${totalsView(report)} ${dailyView(report)}
			${heatMapView({
				id: "call-hours",
				title: tellBusiest(report) ?? "When calls come",
				subtitle: `Calls by weekday and hour of their beginning, ${report.timeZone}`,
				hours: report.hours,
				write: (value) => countOf(value, callForms),
				hrefOf: (weekday, hour) => callsHref(days, { weekday: String(weekday), hour: String(hour) }),
			})}
			<div class="analytics-pair">
				${extensionsView(report)}
				${receptionistView(report, days)}
			</div>
		</section>
	`;
}

function totalsView({ totals, previous, days }: CallAnalytics): View {
	const all = daysOf(days);
	const missed = ({ abandoned, failed }: CallAnalytics["totals"]) => abandoned + failed;
	const rate = (one: CallAnalytics["totals"]) => writeShare(one.answered, one.total);
	const average = averageOf(days.map(({ total }) => total));
	return figuresView([
		{
			label: "Calls",
			text: writeInteger(totals.total),
			before: writeBefore(previous.total),
			href: callsHref(all),
		},
		{
			label: "Answered",
			text: writeInteger(totals.answered),
			before: writeBefore(previous.answered),
			href: callsHref(all, { outcome: "answered" }),
		},
		{
			label: "Missed",
			text: writeInteger(missed(totals)),
			before: writeBefore(missed(previous)),
			href: callsHref(all, { outcome: "missed" }),
		},
		{
			label: "Voicemail",
			text: writeInteger(totals.voicemail),
			before: writeBefore(previous.voicemail),
			href: callsHref(all, { outcome: "voicemail" }),
		},
		{
			label: "Answer Rate",
			text: rate(totals),
			before: `of ${writeInteger(totals.total)}, was ${rate(previous)} of ${writeInteger(previous.total)}`,
		},
		{
			label: "Average a Day",
			text: average === null ? "–" : writeDecimal(average),
			before: `without today, was ${writeDecimal(previous.total / days.length)}`,
		},
		{
			label: "Talked",
			text: writeLongDuration(totals.talkSeconds),
			before: `was ${writeLongDuration(previous.talkSeconds)}`,
		},
	]);
}

function dailyView({ days, previous, timeZone }: CallAnalytics): View {
	const average = previous.total / days.length;
	return barsView({
		id: "calls-daily",
		title: "Calls a Day",
		subtitle: `By outcome, days in ${timeZone}. Today is hatched: it is not over.`,
		series: series.map(({ outcomes, ...one }) => one),
		columns: days.map((day, index) => {
			const only = { from: day.date, to: day.date };
			return {
				label: writeShortDate(day.date, days.length > 7 ? "month" : "weekday"),
				longLabel: writeLongDate(day.date),
				values: series.map(({ outcomes }) => outcomes.reduce((sum, outcome) => sum + day[outcome], 0)),
				href: callsHref(only),
				hrefs: series.map(({ outcomes }) =>
					callsHref(only, { outcome: outcomes.length > 1 ? "missed" : outcomes[0] }),
				),
				isPartial: index === days.length - 1,
			};
		}),
		reference: {
			value: average,
			label: `${writeDecimal(average)} a day in the ${days.length} days before`,
		},
	});
}

function extensionsView({ extensions, days }: CallAnalytics): View {
	const all = daysOf(days);
	return sharesView({
		title: "By Extension",
		subtitle: "Calls by the extension they were put through to last",
		empty: "No call has been put through to an extension yet.",
		shares: extensions
			.toSorted((one, other) => other.total - one.total)
			.map(({ extension: ext, name, total, answered, voicemail, abandoned, talkSeconds }) => ({
				name: name === null ? `Extension ${ext}` : `${ext} ${name}`,
				text: countOf(total, callForms),
				value: total,
				href: callsHref(all, { ext }),
				facts: [
					[`${writeInteger(answered)} answered`, callsHref(all, { ext, outcome: "answered" })],
					[`${writeInteger(voicemail)} voicemail`, callsHref(all, { ext, outcome: "voicemail" })],
					[`${writeInteger(abandoned)} missed`, callsHref(all, { ext, outcome: "abandoned" })],
					[`talked ${writeLongDuration(talkSeconds)}`],
				],
			})),
	});
}

function receptionistView({ receptionist }: CallAnalytics, days: { from: string; to: string }): View {
	const { calls, ...named } = receptionist;
	const reached = calls - Object.values(named).reduce((sum, count) => sum + count, 0);
	const shares = Object.entries({ ...named, reached }).map(([result, count]) => ({
		name: receptionistResultWords[result as ReceptionistResult],
		text: `${writeInteger(count)} of ${writeInteger(calls)}, ${writeShare(count, calls)}`,
		value: count,
		href: callsHref(days, { receptionist: result }),
	}));
	const all = {
		name: "Took the call",
		text: countOf(calls, callForms),
		value: calls,
		href: callsHref(days, { receptionist: "any" }),
	};
	return sharesView({
		title: calls === 0 ? "Receptionist" : `The receptionist took ${countOf(calls, callForms)}`,
		subtitle: "Each counts once below, by the most that came of it.",
		empty: "Nobody has talked with the receptionist yet.",
		most: calls,
		shares: calls === 0 ? [] : [all, ...shares],
	});
}
