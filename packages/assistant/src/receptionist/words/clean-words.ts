/** Longer speech says no more of whom to call; a prompt must not grow with what a caller reads out. */
const callerCharactersMax = 400;

/** Foreign words as one harmless line: no control characters, no marks that could close the prompt's own. */
export function cleanWords(words: string, charactersMax = callerCharactersMax): string {
	const line = words
		.normalize("NFC")
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, " ")
		.replace(/[<>{}[\]|`\\]+/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	return [...line].slice(0, charactersMax).join("").trim();
}
