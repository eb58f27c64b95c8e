import type { CallAnalytics } from "@cloudpbx/contracts/api/analytics";
import { html } from "lit-html";
import { barsView } from "../../parts/charts/bars.ts";
import { skeletonView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { formatBefore } from "../../words/changes.ts";
import { formatDecimal, formatInteger, formatShare } from "../../words/counts.ts";
import { formatLongDate, formatLongDuration, formatShortDate } from "../../words/times.ts";
import { figuresView } from "./figures.ts";
import { averageOf, describeAnswered, describeCalls } from "./findings.ts";
import { callsHref, daysOf } from "./links.ts";
import { breakdown } from "./resources.ts";

const series = [
	{ name: "Answered", color: 1, outcomes: ["answered"] },
	{ name: "Informed", color: 5, pattern: "lines", outcomes: ["informed"] },
	{ name: "Voicemail", color: 4, pattern: "dots", outcomes: ["voicemail"] },
	{ name: "Blocked", color: 6, pattern: "stripes", outcomes: ["blocked"] },
	{ name: "Missed", color: "bad", outcomes: ["abandoned", "failed"] },
] as const;

export function callsView(report: CallAnalytics): View {
	return html`
		<section class="analytics-part">
			<h2 class="analytics-finding">${describeCalls(report)}</h2>
			<p class="soft">${describeAnswered(report)}</p>
			${totalsView(report)} ${dailyView(report)}
			${breakdown()?.breakdownView(report) ?? skeletonView(12)}
		</section>
	`;
}

function totalsView({ totals, previous, callsOut, days }: CallAnalytics): View {
	const all = daysOf(days);
	const missed = ({ abandoned, failed }: CallAnalytics["totals"]) => abandoned + failed;
	const rate = (one: CallAnalytics["totals"]) => formatShare(one.answered, one.total);
	return figuresView([
		{
			label: "Calls",
			text: formatInteger(totals.total),
			before: formatBefore(previous.total),
			href: callsHref(all),
		},
		{
			label: "Answered",
			text: formatInteger(totals.answered),
			before: formatBefore(previous.answered),
			href: callsHref(all, { outcome: "answered" }),
		},
		{
			label: "Answer Rate",
			text: rate(totals),
			before: `of ${formatInteger(totals.total)}, was ${rate(previous)} of ${formatInteger(previous.total)}`,
		},
		{
			label: "Missed",
			text: formatInteger(missed(totals)),
			before: formatBefore(missed(previous)),
			href: callsHref(all, { outcome: "missed" }),
		},
		{
			label: "Voicemail",
			text: formatInteger(totals.voicemail),
			before: formatBefore(previous.voicemail),
			href: callsHref(all, { outcome: "voicemail" }),
		},
		{
			label: "Talked",
			text: formatLongDuration(totals.talkSeconds),
			before: `was ${formatLongDuration(previous.talkSeconds)}`,
		},
		{
			label: "Calls Out",
			text: formatInteger(callsOut.total),
			before: `${formatInteger(callsOut.answered)} answered, talked ${formatLongDuration(callsOut.talkSeconds)}`,
			href: callsHref(all, { direction: "outbound" }),
		},
	]);
}

function dailyView({ days, previous, timeZone }: CallAnalytics): View {
	const before = previous.total / days.length;
	const average = averageOf(days.map(({ total }) => total));
	return barsView({
		id: "calls-daily",
		title: average === null ? "Calls a day" : `Calls a day: ${formatDecimal(average)}, not counting today`,
		subtitle: `By outcome, days in ${timeZone}. Today is hatched: it is not over.`,
		series: series.map(({ outcomes, ...one }) => one),
		columns: days.map((day, index) => {
			const only = { from: day.date, to: day.date };
			return {
				label: formatShortDate(day.date, days.length > 7 ? "month" : "weekday"),
				longLabel: formatLongDate(day.date),
				values: series.map(({ outcomes }) => outcomes.reduce((sum, outcome) => sum + day[outcome], 0)),
				href: callsHref(only),
				hrefs: series.map(({ outcomes }) =>
					callsHref(only, { outcome: outcomes.length > 1 ? "missed" : outcomes[0] }),
				),
				isPartial: index === days.length - 1,
			};
		}),
		reference: {
			value: before,
			label: `${formatDecimal(before)} a day in the ${days.length} days before`,
		},
	});
}
