import { isE164, joinNumber } from "@cloudpbx/domain/phone-number";

/** The stored form of a number, as typed or from a path. */
export function readAddress(text: string): string {
	const address = text.trim();
	if (isAddress(address)) return address;
	return joinNumber(address) ?? address;
}

/** E.164 or a short code. */
export function isAddress(text: string): boolean {
	return isE164(text) || /^\d{3,6}$/.test(text);
}
