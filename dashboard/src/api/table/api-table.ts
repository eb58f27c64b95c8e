import type { AnalyticsApi } from "./analytics.ts";
import type { CallsApi } from "./calls.ts";
import type { CampaignsApi } from "./campaigns.ts";
import type { ContactsApi } from "./contacts.ts";
import type { ExtensionsApi } from "./extensions.ts";
import type { InboxApi } from "./inbox.ts";
import type { SessionApi } from "./session.ts";
import type { SettingsApi } from "./settings.ts";

/**
 * What the dashboard asks of the API, by the types of contracts; its areas are files of their own. The admin service's type
 * check proves that the API answers so: docs/decisions/0015-dashboard.md.
 */
export type ApiTable = SessionApi &
	InboxApi &
	CallsApi &
	ExtensionsApi &
	ContactsApi &
	CampaignsApi &
	AnalyticsApi &
	SettingsApi;
