const callerCharactersMax = 400;

/** Makes foreign words one harmless line for a prompt: no control characters or closing marks. */
export function cleanWords(words: string, charactersMax = callerCharactersMax): string {
	const line = words
		.normalize("NFC")
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, " ")
		.replace(/[<>{}[\]|`\\]+/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	return [...line].slice(0, charactersMax).join("").trim();
}
