import { cleanNumber } from "./numbering/clean-number.ts";

/** ITU-T E.164: a plus, a country code without leading 0, at most fifteen digits. */
const e164 = /^\+[1-9]\d{6,14}$/;

/** Words ("anonymous") or digits that spell one on a keypad: twilio.com/docs/voice/twiml, parameter From. */
const withheld = new Set(["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253", "+464"]);

/** Returns a number that can be called back; null when withheld, a SIP address or a client name. */
export function readCallerNumber(from: string): string | null {
	return e164.test(from) && !withheld.has(from) ? from : null;
}

export function isE164(value: string): boolean {
	return e164.test(value);
}

/** Reads the forwarding telephone (`4155550151`, `tel:…`, `sip:…@host`) as E.164, or null. */
export function readDivertingNumber(written: string): string | null {
	const [number = ""] = written
		.trim()
		.replace(/^[<"\s]*(tel|sips?):/i, "")
		.split(/[;@>?]/);
	const joined = joinNumber(number);
	if (joined) return joined;
	const digits = number.normalize("NFKC").replace(marks, "").replace(/^\+/, "");
	return isE164(`+${digits}`) ? `+${digits}` : null;
}

/** For logs and monitors: country code and last digits stay, so a line can be matched but not called. */
export function maskNumber(value: string, digitsShown = 2): string {
	return value.replace(/\+\d{7,15}/g, (number) => `${number.slice(0, 2)}…${number.slice(-digitsShown)}`);
}

const marks = /[\s()./-]/g;

/** Joins a number as E.164, ten digits as US or Canadian, or null. Does not check that the number exists. */
export function joinNumber(text: string): string | null {
	const clean = cleanNumber(text);
	if (!clean.ok) return null;
	const joined = clean.text.replace(marks, "").replace(/^00(?=[1-9])/, "+");
	if (isE164(joined)) return joined;
	if (/^[2-9]\d{9}$/.test(joined)) return `+1${joined}`;
	return /^1[2-9]\d{9}$/.test(joined) ? `+${joined}` : null;
}
