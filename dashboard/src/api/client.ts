import type { Hono } from "hono";
import { hc } from "hono/client";
import type { AnalyticsApi } from "./table/analytics.ts";
import type { CallsApi } from "./table/calls.ts";
import type { CampaignsApi } from "./table/campaigns.ts";
import type { ExtensionsApi } from "./table/extensions.ts";
import type { InboxApi } from "./table/inbox.ts";
import type { SessionApi } from "./table/session.ts";
import type { SettingsApi } from "./table/settings.ts";

/**
 * What the dashboard asks of the API, by the types of contracts; its areas are files of their own. The admin service's type
 * check proves that the API answers so: docs/decisions/0014-dashboard.md.
 */
export type ApiTable = SessionApi &
	InboxApi &
	CallsApi &
	ExtensionsApi &
	CampaignsApi &
	AnalyticsApi &
	SettingsApi;

/** Hono's typed client. Path parameters that are no plain ids have to be encoded by whoever names them. */
export const { api } = hc<Hono<object, ApiTable, "/">>("/");

/** For readings, which stop when nobody waits for them any more; changes never do. */
export function until(signal: AbortSignal | undefined) {
	return { init: signal ? { signal } : {} };
}
