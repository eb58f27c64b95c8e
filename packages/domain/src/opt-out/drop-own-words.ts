import { fold } from "./wording/split-clauses.ts";

export interface SpokenWords {
	words: string;
	isQuoting: boolean;
	/** Written by a telephone for a reaction to our text: the quotation and a short remark. */
	isReaction: boolean;
}

const openings = "«“”„‟\"「『‹‘'>";
const marks = /[«»“”„‟"「」『』‹›]|(?<![\p{L}\p{N}])[‘']|^\s*>/mu;
const closings = /[»«”“‟"」』›’'…]/;

/** A shorter part may be the sender's own words: "STOP". */
const partLettersMin = 12;
const partWordsMin = 3;
/** Whole texts of ours, or their beginnings, are found without marks too. */
const bareWordsMin = 6;
const reactionWordsMax = 7;
const reactionLettersMax = 16;

/** False when a text cannot hold a quotation. */
export function mayQuote(text: string): boolean {
	return marks.test(text) || hasEllipsis(text) || reactionVerb.test(text);
}

const reactionVerb = /^\s*(?:\p{Extended_Pictographic}|reacted|liked|loved)/iu;

function hasEllipsis(text: string): boolean {
	return /…|\.\.\.\s*$/.test(text);
}

interface Token {
	word: string;
	from: number;
	to: number;
}

/** Removes quotations of `ownTexts`, our latest texts to the sender, by their words, in any language. */
export function dropOwnWords(text: string, ownTexts: readonly string[]): SpokenWords {
	const own = [...new Set(ownTexts)].map(listWords).filter((words) => words.length > 0);
	let rest = text;
	let isQuoting = false;
	let isWhole = false;
	for (let round = 0; round < 5; round++) {
		const found = findQuotation(rest, own);
		if (!found) break;
		isQuoting = true;
		isWhole ||= found.isFromBeginning;
		rest = `${rest.slice(0, found.from)}\n${rest.slice(found.to)}`;
	}
	if (!isQuoting) return { words: text, isQuoting, isReaction: false };
	const words = rest.replace(/^[>\s]+$/gm, "").trim();
	return { words, isQuoting, isReaction: isWhole && isRemark(words, text) };
}

interface Quotation {
	from: number;
	to: number;
	isFromBeginning: boolean;
	length: number;
}

function findQuotation(text: string, own: readonly string[][]): Quotation | null {
	const tokens = listTokens(text);
	let best: Quotation | null = null;
	for (const words of own) {
		for (let at = 0; at < tokens.length; at++) {
			for (const begin of findAll(words, tokens[at]?.word ?? "", isCutAt(text, tokens[at]))) {
				if (at > 0 && begin > 0 && tokens[at - 1]?.word === words[begin - 1]) continue;
				const found = measureRun(text, tokens, words, { at, begin });
				if (found && found.length > (best?.length ?? 0)) best = found;
			}
		}
	}
	return best;
}

/** Returns the run of our words from `words[begin]` on that stands at `tokens[at]`; null when it is too short. */
function measureRun(
	text: string,
	tokens: readonly Token[],
	words: readonly string[],
	{ at, begin }: { at: number; begin: number },
): Quotation | null {
	let length = 0;
	let letters = 0;
	while (begin + length < words.length) {
		const token = tokens[at + length];
		const word = words[begin + length] ?? "";
		if (!token) break;
		const isSame = token.word === word;
		if (!isSame && !(word.startsWith(token.word) && isCutAt(text, token))) break;
		length++;
		letters += token.word.length;
		if (!isSame) break;
	}
	const first = tokens[at];
	const last = tokens[at + length - 1];
	if (!first || !last) return null;
	const isFromBeginning = begin === 0;
	const isWhole = isFromBeginning && length === words.length;
	const from = findOpening(text, first.from);
	const isMarked = from < first.from && isClosedAfter(text, last.to);
	const isPart = isMarked && length >= partWordsMin && letters >= partLettersMin;
	const isBeginning = isFromBeginning && length >= bareWordsMin && letters >= partLettersMin;
	const isOurs = isPart || isBeginning || (isWhole && (isMarked || length >= partWordsMin));
	return isOurs ? { from, to: findClosing(text, last.to), isFromBeginning, length: letters } : null;
}

function findAll(words: readonly string[], wanted: string, isCut: boolean): number[] {
	return words.flatMap((word, at) =>
		word === wanted || (isCut && at === 0 && wanted.length > 2 && word.startsWith(wanted)) ? [at] : [],
	);
}

function isCutAt(text: string, token: Token | undefined): boolean {
	return token !== undefined && /^\s*(?:…|\.\.\.|[»”"“」』›]?\s*$)/.test(text.slice(token.to));
}

function findOpening(text: string, from: number): number {
	let at = from;
	while (at > 0 && !isLetter(text[at - 1] ?? "") && from - at < 8) {
		at--;
		if (openings.includes(text[at] ?? "")) return at;
	}
	return from;
}

function isClosedAfter(text: string, to: number): boolean {
	const after = text.slice(to, to + 12);
	return (
		after.trim() === "" ||
		/^[^\p{L}\p{N}]*(?:\n|$)/u.test(after) ||
		closings.test(after.split(/[\p{L}\p{N}]/u)[0] ?? "")
	);
}

function findClosing(text: string, to: number): number {
	const after = /^[^\p{L}\p{N}\n]*?[»«”“‟"」』›’'…]+/u.exec(text.slice(to, to + 12))?.[0] ?? "";
	return to + after.length;
}

function isLetter(character: string): boolean {
	return /[\p{L}\p{N}]/u.test(character);
}

/** A telephone's remark: few words, no question, no `>` line. */
function isRemark(words: string, text: string): boolean {
	const spoken = listWords(words);
	const isShort = spoken.length <= reactionWordsMax || spoken.join("").length <= reactionLettersMax;
	return isShort && !/^\s*>/m.test(text) && !/[?？¿]/.test(words);
}

function listWords(text: string): string[] {
	return listTokens(text).map(({ word }) => word);
}

function listTokens(text: string): Token[] {
	return [...text.slice(0, readMax).matchAll(wordPattern)].flatMap(({ 0: word, index }) => {
		const folded = fold(word);
		return folded === "" ? [] : [{ word: folded, from: index, to: index + word.length }];
	});
}

const readMax = 2000;
const wordPattern =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;
