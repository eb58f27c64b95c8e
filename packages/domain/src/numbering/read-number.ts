import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { cleanNumber } from "./clean-number.ts";

export type ReadNumber = { ok: true; number: string } | { ok: false; reason: string };

/**
 * Reads a number as E.164; national ones are of `country`. Refuses unknown numbers, and numbers with an extension.
 */
export function readNumber(text: string, country: CountryCode): ReadNumber {
	const clean = cleanNumber(text);
	if (!clean.ok) return clean;
	// `00` is how `+` is dialled in most countries, and begins no number here.
	const international = clean.text.replace(/^00(?=\s?[1-9])/, "+");
	const parsed = parsePhoneNumberFromString(international, { defaultCountry: country, extract: false });
	if (!parsed) return { ok: false, reason: "This is not a telephone number." };
	if (!parsed.isValid()) return { ok: false, reason: "No telephone has this number." };
	if (parsed.ext) return { ok: false, reason: "A number with an extension cannot be dialled directly." };
	return { ok: true, number: parsed.number };
}

/** Also refuses premium-rate numbers (+1 900, +1 976). */
export function readForwardNumber(text: string, country: CountryCode): ReadNumber {
	const read = readNumber(text, country);
	if (read.ok && /^\+1(?:900\d{7}|\d{3}976\d{4})$/.test(read.number)) {
		return { ok: false, reason: "Calls are not forwarded to premium-rate numbers." };
	}
	return read;
}
