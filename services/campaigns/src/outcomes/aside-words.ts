import type { RefusalCode } from "@cloudpbx/contracts/texts/messages";

/** Reasons as stored with a recipient. The first that applies, in this order, is stored. */
export const asideWords = {
	country_forbidden:
		"country: numbers of its country are switched off, or it is a premium-rate number. An owner chooses the countries under Settings › Limits.",
	opted_out: "opted out of the company's texts.",
	pair_closed:
		"opted out of this sender at the carrier. Send from another number, or ask for START to this one.",
	landline: "landline: the carrier has said that this number takes no texts.",
	no_consent: "no consent: nobody has opted this number in.",
	erased: "erased: this contact was erased.",
	too_long: "too long: with the fields filled in, the text is longer than the carrier takes.",
};

/** Reasons of the send gate without numbers or lengths: each wording is one row of a campaign's report. */
const gateWords: Partial<Record<RefusalCode, string>> = {
	opted_out: asideWords.opted_out,
	pair_closed: asideWords.pair_closed,
	country_forbidden: asideWords.country_forbidden,
	recipient_invalid: "invalid: this is not a number that can be texted.",
	recipient_ours: "ours: one of the company's own numbers.",
	too_long: asideWords.too_long,
	empty: "empty: with the fields filled in, nothing is left of the text.",
};

/** The reason to store with a recipient. */
export function reasonOf(code: RefusalCode | null, reason: string): string {
	return (code === null ? undefined : gateWords[code]) ?? reason;
}
