import { isE164 } from "../../numbers.ts";
import { childElements, type Element, textOf } from "../../twiml/element.ts";

/** `noun` is null for a number written directly into <Dial>. */
export interface DialTarget {
	address: string;
	noun: Element | null;
}

export const legsMax = 10;

/** An address is null when it cannot be dialled. */
export function readTargets(
	element: Element,
): { address: string | null; written: string; noun: Element | null }[] {
	const nouns = childElements(element).filter(({ name }) => ["Number", "Client", "Sip"].includes(name));
	if (!nouns.length) {
		const written = textOf(element);
		return written ? [{ address: toE164(written), written, noun: null }] : [];
	}
	return nouns.map((noun) => {
		const written = noun.name === "Client" ? identityOf(noun) : textOf(noun);
		if (noun.name === "Number") return { address: toE164(written), written, noun };
		const address = noun.name === "Client" ? `client:${written}` : written;
		return { address: written ? address : null, written, noun };
	});
}

/** Twilio accepts North American numbers without a country code. */
function toE164(written: string): string | null {
	const digits = written.replace(/[\s().-]/g, "");
	if (isE164(digits)) return digits;
	if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`;
	return /^1[2-9]\d{9}$/.test(digits) ? `+${digits}` : null;
}

function identityOf(noun: Element): string {
	const identity = childElements(noun).find(({ name }) => name === "Identity");
	return textOf(
		identity ?? { ...noun, children: noun.children.filter((child) => typeof child === "string") },
	);
}
