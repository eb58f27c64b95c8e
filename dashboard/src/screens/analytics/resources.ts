import type { AnalyticsPeriod, CallAnalytics, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import type { Resource } from "../../api/resource.ts";
import type { Place } from "../../router.ts";
import { lazily } from "../../state/lazily.ts";

export const periods: { period: AnalyticsPeriod; label: string; days: number }[] = [
	{ period: "7d", label: "7 Days", days: 7 },
	{ period: "30d", label: "30 Days", days: 30 },
	{ period: "90d", label: "90 Days", days: 90 },
];

/** Below the fold. Loaded with the figures, so that nothing moves later. */
export const breakdown = lazily(() => import("./breakdown.ts"));
export const texts = lazily(() => import("./texts.ts"));

export function periodOf({ query }: Place): AnalyticsPeriod {
	return periods.find(({ period }) => period === query.get("period"))?.period ?? "7d";
}

export function callAnalytics(period: AnalyticsPeriod): Resource<CallAnalytics> {
	return {
		key: `analytics/calls?period=${period}`,
		async load(signal) {
			const [report] = await Promise.all([
				ask(() => api.analytics.calls.$get({ query: { period } }, until(signal))),
				breakdown.load(),
			]);
			return report;
		},
		staleAfter: ({ kind }) => kind === "call",
	};
}

export function textAnalytics(period: AnalyticsPeriod): Resource<TextAnalytics> {
	return {
		key: `analytics/sms?period=${period}`,
		async load(signal) {
			const [report] = await Promise.all([
				ask(() => api.analytics.sms.$get({ query: { period } }, until(signal))),
				texts.load(),
			]);
			return report;
		},
		staleAfter: ({ kind }) => kind === "message",
	};
}
