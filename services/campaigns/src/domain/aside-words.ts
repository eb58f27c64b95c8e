/** Reasons as they are kept with a recipient, in the order in which they are looked for. */
export const asideWords = {
	opted_out: "opted out of the company's texts.",
	landline: "landline: the carrier has said that this number takes no texts.",
	no_consent: "no consent: nobody has opted this number in.",
};
