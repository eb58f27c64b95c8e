import type { AnalyticsPeriod, CallAnalytics, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import type { Endpoint } from "./endpoint.ts";

export type AnalyticsApi = {
	"/api/dashboard": { $get: Endpoint<Dashboard> };
	"/api/analytics/calls": { $get: Endpoint<CallAnalytics, { query: { period: AnalyticsPeriod } }> };
	"/api/analytics/sms": { $get: Endpoint<TextAnalytics, { query: { period: AnalyticsPeriod } }> };
};
