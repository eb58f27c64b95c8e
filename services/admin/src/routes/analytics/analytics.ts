import { AnalyticsPeriod, CallAnalytics, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { loadCallAnalytics } from "../../operations/analytics/load-call-analytics.ts";
import { loadTextAnalytics } from "../../operations/analytics/load-text-analytics.ts";
import { contextOf } from "../request.ts";

const tags = ["Analytics"];
const PeriodQuery = z.object({
	period: AnalyticsPeriod.default("7d").meta({ description: "The number of days, including today." }),
});

export const analytics = createApi()
	.openapi(
		guardedRoute("analytics:read", {
			method: "get",
			path: "/api/analytics/calls",
			tags,
			summary: "Count calls by day, hour and extension",
			description:
				"Days are in the company's time zone. A call counts in the hour in which it began. Counts stay when calls are deleted. When the time zone changes, all days are counted again.",
			request: { query: PeriodQuery },
			responses: { 200: jsonAnswer(CallAnalytics, "The counts. The sums of days, hours and totals agree.") },
		}),
		async (c) => {
			const { period } = c.req.valid("query");
			return c.json(await loadCallAnalytics(contextOf(c), period), 200);
		},
	)
	.openapi(
		guardedRoute("analytics:read", {
			method: "get",
			path: "/api/analytics/sms",
			tags,
			summary: "Count texts by day, author and fate",
			description:
				"Days are in the company's time zone. A text counts on the day on which it was written, whenever the carrier reports on it. Counts stay when texts are deleted.",
			request: { query: PeriodQuery },
			responses: { 200: jsonAnswer(TextAnalytics, "The counts. The sums of days and totals agree.") },
		}),
		async (c) => {
			const { period } = c.req.valid("query");
			return c.json(await loadTextAnalytics(contextOf(c), period), 200);
		},
	);
