/** The form that every rule here reads. */
export function foldText(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/ß/g, "ss")
		.replace(/['’`]/g, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

export function tokensOf(text: string): string[] {
	const folded = foldText(text);
	return folded === "" ? [] : folded.split(" ");
}

/** A crude stem: "invoices" and "invoicing" are one. */
export function stemOf(token: string): string {
	if (token.length < 5)
		return token.length === 4 && token.endsWith("s") && !token.endsWith("ss") ? token.slice(0, 3) : token;
	return token.replace(/(?:ations?|ings?|ies|ers?|ed|es|en|s|e|y)$/, "");
}
