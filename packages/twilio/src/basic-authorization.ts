import type { CarrierAccount } from "./carrier-account.ts";

/** The header that says who we are. It holds the token: for the carrier's own host only. */
export function basicAuthorization({ accountSid, authToken }: CarrierAccount): string {
	return `Basic ${btoa(`${accountSid}:${authToken}`)}`;
}
