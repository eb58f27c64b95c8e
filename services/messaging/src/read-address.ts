import { isE164, joinNumber } from "@cloudpbx/domain/phone-number";

/** A number as a person types it or as a path holds it, in the form that the books have it. */
export function readAddress(text: string): string {
	const address = text.trim();
	if (isAddress(address)) return address;
	return joinNumber(address) ?? address;
}

/** Whether the books can hold it: E.164, or a short code. */
export function isAddress(text: string): boolean {
	return isE164(text) || /^\d{3,6}$/.test(text);
}
