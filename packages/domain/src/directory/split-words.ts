import { isCommonWord } from "./common-words.ts";

export interface SpokenWord {
	text: string;
	isCapitalised: boolean;
	startsClause: boolean;
}

/** Splits an utterance into folded words. */
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

function dropPossessive(part: string): string {
	const owner = /^(.+)['’]s$/i.exec(part)?.[1];
	return owner === undefined || isCommonWord(foldWord(owner)) ? part : owner;
}

function foldWord(word: string): string {
	return word
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/ß/g, "ss")
		.replace(/[^\p{L}\p{N}]/gu, "");
}

/** Returns the folded words of a name or department. */
export function foldWords(text: string): string[] {
	return splitWords(text).map((word) => word.text);
}
