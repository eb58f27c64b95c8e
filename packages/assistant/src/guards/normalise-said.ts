/** Normalises text for the guards: plain letters, digits 0 to 9, no invisible marks. */
export function normaliseSaid(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/\p{Cf}|\p{Co}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}/gu, "")
		.replace(/\p{Nd}/gu, toAsciiDigit)
		.replace(/(?<=[a-z0-9])[。｡․‧∙·](?=[a-z0-9])/gi, ".");
}

/** A script's digits stand together (unicode.org/policies/stability_policy.html). */
function toAsciiDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
	return String(value);
}
