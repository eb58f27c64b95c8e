import type { AnalyticsPeriod, CallAnalytics } from "@cloudpbx/contracts/api/analytics";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { prefetch, type Resource } from "../../api/resource.ts";
import { definitionsView } from "../../parts/definitions.ts";
import { pageView } from "../../parts/page.ts";
import { segmentsView } from "../../parts/segments.ts";
import { resourceView } from "../../parts/states.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { writeInteger, writeShare } from "../../words/counts.ts";

const periods: [AnalyticsPeriod, string][] = [
	["7d", "7 Days"],
	["30d", "30 Days"],
	["90d", "90 Days"],
];

function periodOf({ query }: Place): AnalyticsPeriod {
	return periods.find(([period]) => period === query.get("period"))?.[0] ?? "7d";
}

function calls(period: AnalyticsPeriod): Resource<CallAnalytics> {
	return {
		key: `analytics/calls?period=${period}`,
		load: (signal) => ask(() => api.analytics.calls.$get({ query: { period } }, until(signal))),
		hears: ({ kind }) => kind === "call",
	};
}

export const screen: Screen = {
	load: (place) => void prefetch(calls(periodOf(place))),
	view: (place) =>
		pageView({
			title: "Analytics",
			isNarrow: true,
			filters: segmentsView({
				label: "Period",
				items: periods.map(([period, label]) => ({
					label,
					href: withQuery(place, { period }),
					isCurrent: periodOf(place) === period,
				})),
			}),
			body: resourceView(calls(periodOf(place)), ({ totals }) =>
				definitionsView([
					["Calls", writeInteger(totals.total)],
					["Answered", `${writeInteger(totals.answered)} (${writeShare(totals.answered, totals.total)})`],
					["Voicemail", writeInteger(totals.voicemail)],
					["Missed", writeInteger(totals.abandoned)],
				]),
			),
		}),
};
