import type { Collection } from "./storage/collection.ts";
import type { HttpMethod } from "./webhooks/request.ts";

export interface PhoneNumber {
	sid: string;
	phoneNumber: string;
	friendlyName: string;
	kind: "local" | "toll-free";
	createdAt: number;
	updatedAt: number;
	voiceUrl: string;
	voiceMethod: HttpMethod;
	voiceFallbackUrl: string;
	voiceFallbackMethod: HttpMethod;
	statusCallback: string;
	statusCallbackMethod: HttpMethod;
	voiceCallerIdLookup: boolean;
	voiceApplicationSid: string;
	smsUrl: string;
	smsMethod: HttpMethod;
	smsFallbackUrl: string;
	smsFallbackMethod: HttpMethod;
	smsApplicationSid: string;
	trunkSid: string;
	addressSid: string;
	emergencyAddressSid: string;
	identitySid: string;
	bundleSid: string;
	capabilities?: Capabilities;
}

export interface NumbersContext {
	readonly numbers: Collection<PhoneNumber>;
}

export interface Capabilities {
	voice: boolean;
	sms: boolean;
	mms: boolean;
}

const full: Capabilities = { voice: true, sms: true, mms: true };

export function capabilitiesOf({ capabilities = full }: PhoneNumber): Capabilities {
	return capabilities;
}

export function findNumber(ctx: NumbersContext, phoneNumber: string): PhoneNumber | null {
	return ctx.numbers.list([["doc ->> 'phoneNumber' = ?", phoneNumber]])[0] ?? null;
}

export function isE164(text: string): boolean {
	return /^\+[1-9]\d{6,14}$/.test(text);
}

/** A number in any notation, a short code, a service such as *69, a client or SIP. */
export function isDialable(address: string): boolean {
	if (address.startsWith("+")) return isE164(address);
	return (
		/^client:./.test(address) || /^sips?:./i.test(address) || /^[\s().-]*[\d*#][\d*#\s().-]*$/.test(address)
	);
}

export function isTollFree(phoneNumber: string): boolean {
	return /^\+18(00|33|44|55|66|77|88)/.test(phoneNumber);
}
