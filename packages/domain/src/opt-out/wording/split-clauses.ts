import { joinPhrases, respell } from "./spellings.ts";

export interface Clause {
	words: string[];
	isQuestion: boolean;
}

const readMax = 2000;

/** Splits a message into clauses in the rules' spelling: `Pls OPT-OUT!!` → `[["please", "optout"]]`. */
export function splitClauses(body: string): Clause[] {
	const clauses: Clause[] = [];
	let words: string[] = [];
	for (const [part] of dropQuotedFooter(joinSpacedLetters(fold(body.slice(0, readMax)))).matchAll(
		partPattern,
	)) {
		if (isWord(part)) {
			words.push(part);
			continue;
		}
		const isQuestion = part.includes("?");
		if (words.length > 0) clauses.push({ words, isQuestion });
		else if (isQuestion) markQuestion(clauses.at(-1));
		words = [];
	}
	if (words.length > 0) clauses.push({ words, isQuestion: false });
	return clauses.map(({ words, isQuestion }) => ({ words: joinPhrases(words.map(respell)), isQuestion }));
}

const partPattern = /[\p{L}\p{N}]+|🛑|🚫|#(?![\p{L}\p{N}])|[.,;:!?¿¡…\n()"“”]+|\s[-–—]+\s|[–—]/gu;

function isWord(part: string): boolean {
	return /^[\p{L}\p{N}🛑🚫#]/u.test(part);
}

function markQuestion(clause: Clause | undefined): void {
	if (clause) clause.isQuestion = true;
}

/**
 * Folds to lower case without accents, apostrophes and invisible characters; "don’t" is "dont", "ＳＴＯＰ" is "stop".
 */
export function fold(text: string): string {
	if (/^[a-z]*$/.test(text)) return text;
	return text
		.normalize("NFKD")
		.replace(/\p{M}|\p{Cf}/gu, "")
		.normalize("NFC")
		.toLowerCase()
		.replace(/(?<=\p{L})['’‘`´](?=\p{L})/gu, "");
}

function joinSpacedLetters(text: string): string {
	return text.replace(/(?<![\p{L}\p{N}])(?:\p{L}[ .*_-]){2,}\p{L}(?![\p{L}\p{N}])/gu, (letters) =>
		letters.replace(/[^\p{L}]/gu, ""),
	);
}

/** A quote of our "Reply STOP to unsubscribe" says nothing. */
function dropQuotedFooter(text: string): string {
	return text.replace(
		/\b(?:reply|text|txt|send|respond)(?: with)? ["“]?(?:stop|end)["”]? (?:to|2) \p{L}+(?: out)?/gu,
		"",
	);
}
