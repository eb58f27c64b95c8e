import { isE164, joinNumber } from "@cloudpbx/domain/phone-number";

/** Converts a number, as typed or from a path, to its stored form. */
export function readAddress(text: string): string {
	const address = text.trim();
	if (isAddress(address)) return address;
	return joinNumber(address) ?? address;
}

/** Whether the address can be stored: E.164 or a short code. */
export function isAddress(text: string): boolean {
	return isE164(text) || /^\d{3,6}$/.test(text);
}
