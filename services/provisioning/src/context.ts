import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import { type Db, openDb } from "@cloudpbx/db/open-db";
import type { HomeCountry } from "@cloudpbx/domain/numbering/check-area-code";
import { readSearchWidths, type SearchWidth } from "@cloudpbx/domain/numbering/plan-number-search";
import { explainAddress } from "@cloudpbx/domain/public-address";
import { announceLive } from "@cloudpbx/kit/announce-live";
import type { CarrierAccount } from "@cloudpbx/twilio/fetch-recording";
import { type Carrier, openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { type NumberWebhooks, webhooksOf } from "@cloudpbx/twilio/rest/rented-number";
import type { ProvisioningRun } from "./domain/provisioning-run.ts";

export interface Context {
	db: Db;
	carrier: Carrier;
	account: CarrierAccount;
	country: HomeCountry;
	searchWidths: SearchWidth[];
	webhooks: NumberWebhooks;
	/** Why the carrier could not reach us: no number is touched. Null when it can. */
	addressFault: string | null;
	graceDays: number;
	/** The Workflow's first wait before it tries a step again. */
	retryBaseSeconds: number;
	workflow: Workflow<ProvisioningRun>;
	now: () => Date;
	newId: (prefix: "ext" | "ord") => string;
	/** Announces events to browsers after the response. */
	announce: (events: LiveEvent[]) => void;
}

export function explainAddresses(env: ProvisioningEnv): string | null {
	return explainAddress("VOICE_URL", env.VOICE_URL) ?? explainAddress("MESSAGING_URL", env.MESSAGING_URL);
}

export function createContext(env: ProvisioningEnv, execution: Pick<ExecutionContext, "waitUntil">): Context {
	// The binding is untyped: a service does not import another service's code, not even its types.
	const messaging = env.MESSAGING as unknown as Pick<MessagingRpc, "publishLive">;
	const account = {
		apiUrl: env.TWILIO_API_URL,
		accountSid: env.TWILIO_ACCOUNT_SID,
		authToken: env.TWILIO_AUTH_TOKEN,
	};
	return {
		db: openDb(env.DB),
		carrier: openCarrier(account),
		account,
		country: env.NUMBER_COUNTRY === "CA" ? "CA" : "US",
		searchWidths: readSearchWidths(env.NUMBER_SEARCH),
		webhooks: webhooksOf({
			voiceUrl: env.VOICE_URL,
			messagingUrl: env.MESSAGING_URL,
			fallbackUrl: env.VOICE_FALLBACK_URL,
		}),
		addressFault: explainAddresses(env),
		graceDays: env.NUMBER_GRACE_DAYS,
		retryBaseSeconds: env.RETRY_BASE_SECONDS,
		workflow: env.PROVISION_EXTENSION,
		now: () => new Date(),
		newId: (prefix) => `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`,
		announce: (events) => announceLive(messaging, execution, events),
	};
}
