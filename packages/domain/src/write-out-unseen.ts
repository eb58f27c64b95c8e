/** Characters that nobody sees, and spaces that are not the usual one. */
const unseen =
	/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u3164\u115f\u1160\uffa0]|\p{Variation_Selector}|(?! )\p{Zs}/gu;

/** The text for a person to read: what nobody would see is written out, such as `\u202A`. */
export function writeOutUnseen(text: string): string {
	return text.replace(unseen, (character) => {
		const code = character.codePointAt(0) ?? 0;
		const hex = code.toString(16).toUpperCase().padStart(4, "0");
		return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
	});
}
