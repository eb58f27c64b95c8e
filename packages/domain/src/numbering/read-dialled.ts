import type { CountryCode } from "libphonenumber-js/min";
import { cleanNumber } from "./clean-number.ts";
import { readNumber } from "./read-number.ts";

/** `isShort`: emergency numbers and all others that no line of ours reaches. */
export type ReadDialled = { ok: true; number: string } | { ok: false; isShort: boolean; reason: string };

/** No country has telephone numbers so short, with or without what is dialled in front of them. */
const shortDigitsMax = 6;

/** Three digits between 101 and 199 that are an emergency number somewhere, and no extension for whoever dials them. */
const emergencyAmongKeys = new Set(
	"110 112 113 115 117 118 119 120 122 123 133 144 155 190 191 192 199".split(" "),
);

/**
 * A number that somebody wants to call, as E.164. Refused in words: emergency numbers, which need a line with an address, whatever
 * is dialled in front of them; other short numbers; three keys of ours; and what is no number.
 */
export function readDialled(text: string, country: CountryCode): ReadDialled {
	const clean = cleanNumber(text);
	const digits = clean.ok ? clean.text.replace(/\D/g, "") : "";
	const hasOnlyMarks = clean.ok && /^[\d\s()+*#./-]+$/.test(clean.text);
	if (hasOnlyMarks && digits.length > 0 && digits.length <= shortDigitsMax) return refuseShort(digits);
	const read = readNumber(text, country);
	return read.ok ? read : { ok: false, isShort: false, reason: read.reason };
}

function refuseShort(digits: string): ReadDialled {
	if (/^1(0[1-9]|[1-9]\d)$/.test(digits) && !emergencyAmongKeys.has(digits)) {
		const reason = `${digits} is an extension: calls out go to telephone numbers.`;
		return { ok: false, isShort: false, reason };
	}
	return {
		ok: false,
		isShort: true,
		reason: `This line cannot call ${digits}: it reaches no emergency number and no other short number. In an emergency use a mobile telephone.`,
	};
}
