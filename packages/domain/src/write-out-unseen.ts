const unseen =
	/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u3164\u115f\u1160\uffa0]|\p{Variation_Selector}|(?! )\p{Zs}/gu;

/** Writes invisible characters out for people, such as `\u202A`. */
export function writeOutUnseen(text: string): string {
	return text.replace(unseen, (character) => {
		const code = character.codePointAt(0) ?? 0;
		const hex = code.toString(16).toUpperCase().padStart(4, "0");
		return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
	});
}
