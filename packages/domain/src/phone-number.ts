/** E.164: a plus, a country code that does not begin with 0, at most fifteen digits (ITU-T E.164). */
const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * Callers who withhold their number arrive as words ("anonymous") or as digits that spell a word on a keypad
 * ("+266696687" is ANONYMOUS): twilio.com/docs/voice/twiml, parameter From.
 */
const withheld = new Set(["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253", "+464"]);

/** The number when it is one that can be called back, otherwise null (withheld, SIP address, client name). */
export function readCallerNumber(from: string): string | null {
	return e164.test(from) && !withheld.has(from) ? from : null;
}

export function isE164(value: string): boolean {
	return e164.test(value);
}

/**
 * The telephone that sent a call on, from what carriers write of it (`4155550151`, `+1 415…`, `tel:…`, `sip:…@host`), as E.164;
 * null for nothing and for what is no number.
 */
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

/** Spaces, brackets, dots, hyphens of every kind, and the invisible marks that come with copied numbers. */
const marks = /[\s()./\u00ad\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060\u2066-\u2069-]/gu;

/**
 * A telephone number as people write it, as E.164; ten digits without a country code are a number of the United States or Canada.
 * Null for anything else. Whether there is such a number is not looked at: numbering/read-number.ts knows the numbering plans.
 */
export function joinNumber(text: string): string | null {
	const joined = text.normalize("NFKC").replace(marks, "");
	if (isE164(joined)) return joined;
	if (/^[2-9]\d{9}$/.test(joined)) return `+1${joined}`;
	return /^1[2-9]\d{9}$/.test(joined) ? `+${joined}` : null;
}
