import type { RefusalCode } from "@cloudpbx/contracts/messaging";

/** Reasons as they are kept with a recipient, in the order in which they are looked for. */
export const asideWords = {
	opted_out: "opted out of the company's texts.",
	landline: "landline: the carrier has said that this number takes no texts.",
	no_consent: "no consent: nobody has opted this number in.",
};

/**
 * Refusals of the send gate in words without a number or a length: the report of a campaign counts recipients by reason, and
 * each reason is one row of it.
 */
const gateWords: Partial<Record<RefusalCode, string>> = {
	opted_out: asideWords.opted_out,
	recipient_invalid: "invalid: this is not a number that can be texted.",
	recipient_ours: "ours: one of the company's own numbers.",
	too_long: "The text is longer than the carrier takes. Shorten the message or its fields.",
};

/** The reason as it is kept with a recipient. */
export function reasonOf(code: RefusalCode | null, reason: string): string {
	return (code === null ? undefined : gateWords[code]) ?? reason;
}
