import type { AnalyticsApi } from "./analytics.ts";
import type { CallsApi } from "./calls.ts";
import type { CampaignsApi } from "./campaigns.ts";
import type { ContactsApi } from "./contacts.ts";
import type { ExtensionsApi } from "./extensions.ts";
import type { InboxApi } from "./inbox.ts";
import type { SessionApi } from "./session.ts";
import type { SettingsApi } from "./settings.ts";

/**
 * The API as the dashboard uses it, in the types of contracts, one file an area. The admin service's type check
 * compares it with the API: docs/decisions/0015-dashboard.md.
 */
export type ApiTable = SessionApi &
	InboxApi &
	CallsApi &
	ExtensionsApi &
	ContactsApi &
	CampaignsApi &
	AnalyticsApi &
	SettingsApi;
