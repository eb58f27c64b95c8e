export interface Phrase {
	text: string;
	/** A reasonable person would understand it as "text me no more". */
	isOptOut: boolean;
	category: string;
}

export function optOuts(category: string, texts: string): Phrase[] {
	return listPhrases(category, true, texts);
}

export function innocents(category: string, texts: string): Phrase[] {
	return listPhrases(category, false, texts);
}

function listPhrases(category: string, isOptOut: boolean, texts: string): Phrase[] {
	return texts.split("\n").map((text) => ({ text: text.trim(), isOptOut, category }));
}
