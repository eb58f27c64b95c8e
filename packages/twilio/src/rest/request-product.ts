import type { CarrierAccount } from "../fetch-recording.ts";
import { type CarrierResult, settle } from "./carrier-result.ts";
import { type CarrierRequest, defaultCarrierOptions, requestCarrier } from "./request-carrier.ts";

/** Twilio's younger products have hosts of their own; whatever stands in for Twilio has one for all. */
export function requestProduct(
	account: CarrierAccount,
	product: "studio" | "messaging",
	request: CarrierRequest,
): Promise<CarrierResult<unknown>> {
	const { host } = new URL(account.apiUrl);
	const apiUrl = host === "api.twilio.com" ? `https://${product}.twilio.com` : account.apiUrl;
	return settle(() => requestCarrier({ ...account, apiUrl }, defaultCarrierOptions, request));
}
