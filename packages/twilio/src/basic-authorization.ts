import type { CarrierAccount } from "./carrier-account.ts";

/** Contains the token: for the carrier's own host only. */
export function basicAuthorization({ accountSid, authToken }: CarrierAccount): string {
	return `Basic ${btoa(`${accountSid}:${authToken}`)}`;
}
