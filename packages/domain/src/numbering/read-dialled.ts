import type { CountryCode } from "libphonenumber-js/min";
import { cleanNumber } from "./clean-number.ts";
import { readNumber } from "./read-number.ts";

/** `isShort`: emergency numbers and others that our lines cannot reach. */
export type ReadDialled = { ok: true; number: string } | { ok: false; isShort: boolean; reason: string };

/** No country has such short telephone numbers. */
const shortDigitsMax = 6;

/** Emergency numbers between 101 and 199, which are no extension for the dialler. */
const emergencyAmongKeys = new Set(
	"110 112 113 115 117 118 119 120 122 123 133 144 155 190 191 192 199".split(" "),
);

/** Reads a number to call, as E.164. Refuses emergency and short numbers with any prefix, and our extensions. */
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
