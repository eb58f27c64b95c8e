import { isCommonWord } from "./common-words.ts";

export interface SpokenWord {
	/** Lower case, without accents and apostrophes; digits stay digits. */
	text: string;
	/** Written with a capital letter in the transcript. */
	isCapitalised: boolean;
	/** A comma, full stop or similar stood before this word. */
	startsClause: boolean;
}

/** The words of an utterance in the form every rule of this folder compares. */
export function splitWords(utterance: string): SpokenWord[] {
	const words: SpokenWord[] = [];
	let startsClause = true;
	for (const [part] of utterance.matchAll(/[\p{L}\p{M}\p{N}'’]+|[^\p{L}\p{M}\p{N}'’\s]+/gu)) {
		const text = foldWord(dropPossessive(part));
		if (text === "") {
			startsClause ||= /[,.;:!?…¿¡—–]/.test(part);
			continue;
		}
		words.push({ text, isCapitalised: /^\p{Lu}/u.test(part), startsClause });
		startsClause = false;
	}
	return words;
}

/** "Jane's" names Jane; "what's" and "that's" stay words of their own. */
function dropPossessive(part: string): string {
	const owner = /^(.+)['’]s$/i.exec(part)?.[1];
	return owner === undefined || isCommonWord(foldWord(owner)) ? part : owner;
}

/** Lower case, without accents and without anything but letters and digits: `Núñez` → `nunez`. */
function foldWord(word: string): string {
	return word
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/ß/g, "ss")
		.replace(/[^\p{L}\p{N}]/gu, "");
}

/** `foldWord` of every word of a name or department. */
export function foldWords(text: string): string[] {
	return splitWords(text).map((word) => word.text);
}
