import type { CarrierAccount } from "../carrier-account.ts";
import {
	type CarrierOptions,
	type CarrierRequest,
	defaultCarrierOptions,
	requestCarrier,
} from "./request-carrier.ts";

/** The carrier's REST API for one account. Requests below the account go through `ask-account.ts`. */
export interface Carrier {
	accountSid: string;
	/** Sends a request to one product; `path` begins with the version. Throws only CarrierFailure. */
	ask(product: CarrierProduct, request: CarrierRequest): Promise<unknown>;
}

/** `api` has calls, texts, recordings, numbers and usage. */
export type CarrierProduct = "api" | "messaging" | "monitor" | "studio";

/** Opens no connection. The account's credentials stay inside. */
export function openCarrier(account: CarrierAccount, options: Partial<CarrierOptions> = {}): Carrier {
	const allOptions = { ...defaultCarrierOptions, ...options };
	return {
		accountSid: account.accountSid,
		ask: (product, request) =>
			requestCarrier({ ...account, apiUrl: productUrl(account.apiUrl, product) }, allOptions, request),
	};
}

/** At Twilio each product has its own host (api.twilio.com, monitor.dublin.ie1.twilio.com); elsewhere all share one. */
function productUrl(apiUrl: string, product: CarrierProduct): string {
	return apiUrl.replace(/^https:\/\/api\.((?:[\w-]+\.)*twilio\.com)(?=[/:]|$)/, `https://${product}.$1`);
}
