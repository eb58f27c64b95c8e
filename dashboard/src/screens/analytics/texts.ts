import type { TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import { html } from "lit-html";
import { barsView } from "../../parts/charts/bars.ts";
import { sharesView } from "../../parts/charts/shares.ts";
import type { View } from "../../parts/view.ts";
import { formatBefore } from "../../words/changes.ts";
import { formatDecimal, formatInteger, formatShare } from "../../words/counts.ts";
import { formatLongDate, formatShortDate } from "../../words/times.ts";
import { figuresView } from "./figures.ts";
import {
	averageOf,
	describeAssistant,
	describeDelivered,
	describeResponses,
	describeTexts,
} from "./findings.ts";

const series = [
	{ name: "Received", color: 6, field: "received" },
	{ name: "By People", color: 1, field: "byPeople" },
	{ name: "By the Assistant", color: 4, pattern: "dots", field: "byAssistant" },
	{ name: "By Campaigns", color: 3, pattern: "stripes", field: "byCampaigns" },
	{ name: "By the System", color: 5, pattern: "lines", field: "bySystem" },
] as const;

export function textsView(report: TextAnalytics): View {
	return html`
		<section class="analytics-part">
			<h2 class="analytics-finding">${describeTexts(report)}</h2>
			<p class="soft">${describeAssistant(report)}.</p>
			${totalsView(report)} ${dailyView(report)}
			<div class="analytics-pair">${responsesView(report)} ${deliveryView(report)}</div>
		</section>
	`;
}

function totalsView({ totals, previous }: TextAnalytics): View {
	const figure = (label: string, field: keyof typeof totals, href?: string) => ({
		label,
		text: formatInteger(totals[field]),
		before: formatBefore(previous[field]),
		...(href && { href }),
	});
	return figuresView([
		figure("Received", "received"),
		figure("Sent", "sent"),
		figure("By the Assistant", "byAssistant"),
		figure("By People", "byPeople"),
		figure("By Campaigns", "byCampaigns", "/campaigns"),
		{
			label: "Opted Out",
			text: formatInteger(totals.optOuts),
			before: `${formatBefore(previous.optOuts)}, ${formatInteger(totals.optIns)} opted in`,
			href: "/settings/opt-outs",
		},
	]);
}

function dailyView({ days, previous, timeZone }: TextAnalytics): View {
	const before = (previous.received + previous.sent) / days.length;
	const average = averageOf(days.map(({ received, sent }) => received + sent));
	return barsView({
		id: "texts-daily",
		title: average === null ? "Texts a day" : `Texts a day: ${formatDecimal(average)}, not counting today`,
		subtitle: `Received, and sent by who wrote them, days in ${timeZone}. Today is hatched: it is not over.`,
		series: series.map(({ field, ...one }) => one),
		columns: days.map((day, index) => ({
			label: formatShortDate(day.date, days.length > 7 ? "month" : "weekday"),
			longLabel: formatLongDate(day.date),
			values: series.map(({ field }) => day[field]),
			isPartial: index === days.length - 1,
		})),
		reference: {
			value: before,
			label: `${formatDecimal(before)} a day in the ${days.length} days before`,
		},
	});
}

function responsesView(report: TextAnalytics): View {
	const { within1Minute, within5Minutes, within1Hour, later, never } = report.responses;
	const all = within1Minute + within5Minutes + within1Hour + later + never;
	const buckets: [string, number][] = [
		["Within 1 min", within1Minute],
		["1 to 5 min", within5Minutes],
		["5 min to 1 hr", within1Hour],
		["Later", later],
		["Not so far", never],
	];
	return sharesView({
		title: describeResponses(report),
		subtitle: "Texts that need an answer, by the time it took. An answer of the assistant counts.",
		empty: "Nothing yet",
		most: all,
		shares: all === 0 ? [] : buckets.map(([name, value]) => shareOf(name, value, all)),
	});
}

function deliveryView(report: TextAnalytics): View {
	const { sent, delivered, undelivered, failed, refused } = report.totals;
	const open = Math.max(0, sent - delivered - undelivered - failed);
	const states: [string, number][] = [
		["Delivered", delivered],
		["Not delivered", undelivered],
		["Failed", failed],
		["Not reported yet", open],
	];
	return sharesView({
		title: describeDelivered(report),
		subtitle: `Texts that the carrier accepted, by its reports so far. ${formatInteger(refused)} more were refused before that.`,
		empty: "Nothing yet",
		most: sent,
		shares: sent === 0 ? [] : states.map(([name, value]) => shareOf(name, value, sent)),
	});
}

function shareOf(name: string, value: number, all: number) {
	return {
		name,
		value,
		text: `${formatInteger(value)} of ${formatInteger(all)}, ${formatShare(value, all)}`,
	};
}
