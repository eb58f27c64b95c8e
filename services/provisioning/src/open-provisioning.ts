import { type Db, openDb } from "@cloudpbx/db/open-db";
import type { HomeCountry } from "@cloudpbx/domain/numbering/check-area-code";
import { readSearchWidths, type SearchWidth } from "@cloudpbx/domain/numbering/plan-number-search";
import { type Carrier, openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { type NumberWebhooks, webhooksOf } from "@cloudpbx/twilio/rest/rented-number";

/** What every operation of this Worker works with. */
export interface Provisioning {
	db: Db;
	carrier: Carrier;
	country: HomeCountry;
	searchWidths: SearchWidth[];
	/** What each of our numbers must have. */
	webhooks: NumberWebhooks;
	/** The installer's value of the setting `numberGraceDays`. */
	graceDays: number;
	/** What a Workflow waits before it tries a step again, at first. */
	retryBaseSeconds: number;
	now: () => Date;
	newId: (prefix: "ext" | "ord") => string;
}

export function openProvisioning(env: ProvisioningEnv): Provisioning {
	return {
		db: openDb(env.DB),
		carrier: openCarrier({
			apiUrl: env.TWILIO_API_URL,
			accountSid: env.TWILIO_ACCOUNT_SID,
			authToken: env.TWILIO_AUTH_TOKEN,
		}),
		country: env.NUMBER_COUNTRY === "CA" ? "CA" : "US",
		searchWidths: readSearchWidths(env.NUMBER_SEARCH),
		webhooks: webhooksOf(env.PUBLIC_URL),
		graceDays: env.NUMBER_GRACE_DAYS,
		retryBaseSeconds: env.RETRY_BASE_SECONDS,
		now: () => new Date(),
		newId: (prefix) => `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`,
	};
}
