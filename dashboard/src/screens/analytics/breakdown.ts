import type { CallAnalytics } from "@cloudpbx/contracts/api/analytics";
import type { ReceptionistResult } from "@cloudpbx/contracts/calls/calls";
import { html } from "lit-html";
import { heatMapView } from "../../parts/charts/heat-map.ts";
import { sharesView } from "../../parts/charts/shares.ts";
import { segmentedChoice } from "../../parts/lists/segments.ts";
import type { View } from "../../parts/view.ts";
import { createStore } from "../../state/store.ts";
import { countOf, formatInteger, formatShare } from "../../words/counts.ts";
import { receptionistResultWords } from "../../words/statuses.ts";
import { formatLongDuration } from "../../words/times.ts";
import { describeBusiest } from "./findings.ts";
import { callsHref, type Days, daysOf } from "./links.ts";

const callForms = { one: "call", other: "calls" };
const missedForms = { one: "missed call", other: "missed calls" };
const store = createStore<{ shown: "all" | "missed" }>({ shown: "all" });

export function breakdownView(report: CallAnalytics): View {
	const days = daysOf(report.days);
	return html`
		${hoursView(report, days)}
		<div class="analytics-pair">${extensionsView(report)} ${receptionistView(report, days)}</div>
	`;
}

function hoursView(report: CallAnalytics, days: Days): View {
	const { shown } = store.state;
	const hrefOf = (filter: Record<string, string>) => (weekday: number, hour: number) =>
		callsHref(days, { weekday: String(weekday), hour: String(hour), ...filter });
	const choice = segmentedChoice({
		label: "Show",
		name: "call-hours",
		value: shown,
		choices: { all: "All Calls", missed: "Missed" },
		onChange: (value) => store.change((state) => (state.shown = value)),
	});
	const subtitle = `by weekday and hour of their beginning, ${report.timeZone}`;
	if (shown === "all") {
		return heatMapView({
			id: "call-hours",
			title: describeBusiest(report.hours, callForms, "is busiest") ?? "When calls come",
			subtitle: `Calls ${subtitle}`,
			choice,
			hours: report.hours,
			write: (value) => countOf(value, callForms),
			hrefOf: hrefOf({}),
		});
	}
	return heatMapView({
		id: "call-hours",
		title: describeBusiest(report.missedHours, missedForms, "misses most") ?? "No call was missed",
		subtitle: `Share of calls that were missed, ${subtitle}`,
		choice,
		isBad: true,
		hours: report.missedHours,
		base: report.hours,
		write: (value, all) =>
			all === 0
				? countOf(0, callForms)
				: `${formatInteger(value)} of ${countOf(all, callForms)} missed, ${formatShare(value, all)}`,
		hrefOf: hrefOf({ outcome: "missed" }),
	});
}

function extensionsView({ extensions, days }: CallAnalytics): View {
	const all = daysOf(days);
	return sharesView({
		title: "By Extension",
		subtitle: "Calls by the last extension they were put through to",
		empty: "No call has been put through to an extension yet.",
		shares: extensions
			.toSorted((one, other) => other.total - one.total)
			.map(({ extension: ext, name, total, answered, voicemail, abandoned, talkSeconds }) => ({
				name: name === null ? `Extension ${ext}` : `${ext} ${name}`,
				text: countOf(total, callForms),
				value: total,
				href: callsHref(all, { ext }),
				facts: [
					[`${formatInteger(answered)} answered`, callsHref(all, { ext, outcome: "answered" })],
					[`${formatInteger(voicemail)} voicemail`, callsHref(all, { ext, outcome: "voicemail" })],
					[`${formatInteger(abandoned)} missed`, callsHref(all, { ext, outcome: "abandoned" })],
					[`talked ${formatLongDuration(talkSeconds)}`],
				],
			})),
	});
}

function receptionistView({ receptionist }: CallAnalytics, days: Days): View {
	const { calls, ...named } = receptionist;
	const reached = calls - Object.values(named).reduce((sum, count) => sum + count, 0);
	const shares = Object.entries({ ...named, reached }).map(([result, count]) => ({
		name: receptionistResultWords[result as ReceptionistResult],
		text: `${formatInteger(count)} of ${formatInteger(calls)}, ${formatShare(count, calls)}`,
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
		subtitle: "Each call counts once below, by its final result.",
		empty: "Nobody has talked with the receptionist yet.",
		most: calls,
		shares: calls === 0 ? [] : [all, ...shares],
	});
}
