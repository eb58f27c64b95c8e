import "./style.css";
import { html } from "lit-html";
import { prefetch } from "../../api/resource.ts";
import { segmentsView } from "../../parts/lists/segments.ts";
import { pageView } from "../../parts/page.ts";
import { resourceView } from "../../parts/states.ts";
import { withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { callsView } from "./calls.ts";
import { callAnalytics, periodOf, periods, textAnalytics, texts } from "./resources.ts";
import { reportSkeleton } from "./skeleton.ts";

export const screen: Screen = {
	load(place) {
		if (!can("analytics:read")) return;
		void prefetch(callAnalytics(periodOf(place)));
		void prefetch(textAnalytics(periodOf(place)));
	},
	view(place) {
		const current = periodOf(place);
		return pageView({
			title: "Analytics",
			filters: segmentsView({
				label: "Period",
				items: periods.map(({ period, label }) => ({
					label,
					href: withQuery(place, { period }),
					isCurrent: current === period,
				})),
			}),
			body: html`
				<div class="analytics-calls">${resourceView(callAnalytics(current), callsView, { skeleton: reportSkeleton() })}</div>
				${resourceView(textAnalytics(current), (report) => texts()?.textsView(report) ?? reportSkeleton(), { skeleton: reportSkeleton() })}
			`,
		});
	},
};
