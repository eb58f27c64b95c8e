import type { CarrierAccount } from "../carrier-account.ts";
import {
	type CarrierOptions,
	type CarrierRequest,
	defaultCarrierOptions,
	requestCarrier,
} from "./request-carrier.ts";

/** The REST API of one account. Requests below the account: `ask-account.ts`. */
export interface Carrier {
	accountSid: string;
	ask(product: CarrierProduct, request: CarrierRequest): Promise<unknown>;
}

export type CarrierProduct = "api" | "messaging" | "monitor" | "studio";

/** Opens no connection. The credentials stay inside. */
export function openCarrier(account: CarrierAccount, options: Partial<CarrierOptions> = {}): Carrier {
	const allOptions = { ...defaultCarrierOptions, ...options };
	return {
		accountSid: account.accountSid,
		ask: (product, request) =>
			requestCarrier({ ...account, apiUrl: productUrl(account.apiUrl, product) }, allOptions, request),
	};
}

/** Twilio has a host per product (monitor.dublin.ie1.twilio.com); elsewhere all share one. */
function productUrl(apiUrl: string, product: CarrierProduct): string {
	return apiUrl.replace(/^https:\/\/api\.((?:[\w-]+\.)*twilio\.com)(?=[/:]|$)/, `https://${product}.$1`);
}
