import type { SpokenWord } from "../directory/split-words.ts";
import { numberGrammars } from "./number-grammars.ts";
import { formWordsMax, type NumberLanguage, type NumberWords, numberLanguages } from "./number-words.ts";

export interface SpokenNumber {
	digits: string;
	at: number;
	length: number;
	language: NumberLanguage | null;
}

/** Finds numbers said in six languages. Neighbours are one, so parts of a telephone number are no extension. */
export function listSpokenNumbers(words: readonly SpokenWord[]): SpokenNumber[] {
	const texts = words.map(({ text }) => text);
	const numbers: SpokenNumber[] = [];
	let at = 0;
	while (at < texts.length) {
		const run = readLongestRun(texts, at);
		if (run === null) {
			at += 1;
			continue;
		}
		const previous = numbers.at(-1);
		if (previous !== undefined && previous.at + previous.length === run.at) {
			previous.digits += run.digits;
			previous.length += run.length;
			previous.language ??= run.language;
		} else numbers.push(run);
		at = run.at + run.length;
	}
	return numbers;
}

function readLongestRun(texts: readonly string[], at: number): SpokenNumber | null {
	let longest: SpokenNumber | null = null;
	for (const language of numberLanguages) {
		const run = readRun(texts, at, language);
		if (run !== null && run.length > (longest?.length ?? 0)) longest = run;
	}
	return longest;
}

interface Piece {
	digits: string;
	length: number;
	isWeak: boolean;
	isFigures: boolean;
}

function readRun(texts: readonly string[], at: number, language: NumberLanguage): SpokenNumber | null {
	const grammar = numberGrammars[language]();
	const pieces: Piece[] = [];
	let position = at;
	let end = at;
	while (position < texts.length) {
		const piece = readPiece(texts, position, grammar) ?? readHomophone(texts, position, pieces, language);
		if (piece === null) {
			if (pieces.length === 0 || !grammar.fillers.has(texts[position] ?? "")) break;
			position += 1;
			continue;
		}
		// "Oh, one oh two": no extension begins with an exclamation.
		if (pieces.length === 0 && (texts[position] === "oh" || texts[position] === "o")) return null;
		pieces.push(piece);
		position += piece.length;
		end = position;
	}
	if (pieces.length === 0 || (pieces.length === 1 && pieces[0]?.isWeak)) return null;
	return {
		digits: pieces.map(({ digits }) => digits).join(""),
		at,
		length: end - at,
		language: pieces.every(({ isFigures }) => isFigures) ? null : language,
	};
}

function readPiece(texts: readonly string[], at: number, grammar: NumberWords): Piece | null {
	const word = texts[at] ?? "";
	if (word === "100") return readAfterHundred(texts, at, { value: 100, length: 1 }, grammar);
	if (/^\d+$/.test(word)) return { digits: word, length: 1, isWeak: false, isFigures: true };
	if (!grammar.beginnings.has(word) && !grammar.hundredPrefixes.some((prefix) => word.startsWith(prefix)))
		return null;
	const times = grammar.repeats.get(word);
	const repeated = times === undefined ? null : readDigit(texts[at + 1] ?? "", grammar);
	if (times !== undefined && repeated !== null)
		return { digits: repeated.repeat(times), length: 2, isWeak: false, isFigures: false };
	const hundred = readForm(texts, at, grammar.hundreds);
	if (hundred !== null) return readAfterHundred(texts, at, hundred, grammar);
	const small = readForm(texts, at, grammar.belowHundred);
	if (small !== null) return toPiece(small.value, small.length, small.length === 1 && grammar.weak.has(word));
	const compound = readCompound(word, grammar);
	if (compound !== null) return toPiece(compound, 1, false);
	if (grammar.zeros.has(word))
		return { digits: "0", length: 1, isWeak: grammar.weak.has(word), isFigures: false };
	return null;
}

function readDigit(word: string, grammar: NumberWords): string | null {
	if (/^\d$/.test(word) || grammar.zeros.has(word)) return /^\d$/.test(word) ? word : "0";
	const value = grammar.belowHundred.get(word);
	return value !== undefined && value < 10 ? String(value) : null;
}

function readAfterHundred(
	texts: readonly string[],
	at: number,
	hundred: { value: number; length: number },
	grammar: NumberWords,
): Piece {
	const after = at + hundred.length;
	const isJoined = grammar.joiners.has(texts[after] ?? "");
	const start = isJoined ? after + 1 : after;
	const isWritten = texts[at] === "100";
	const rest = isWritten && !isJoined ? null : readForm(texts, start, grammar.belowHundred);
	if (rest !== null) return toPiece(hundred.value + rest.value, start + rest.length - at, false);
	const figures = isWritten && !isJoined ? 0 : Number(/^\d\d?$/.exec(texts[start] ?? "")?.[0] ?? 0);
	if (figures > 0) return toPiece(hundred.value + figures, start + 1 - at, false);
	return { ...toPiece(hundred.value, hundred.length, false), isFigures: isWritten };
}

function readForm(
	texts: readonly string[],
	at: number,
	forms: ReadonlyMap<string, number>,
): { value: number; length: number } | null {
	for (let length = Math.min(formWordsMax, texts.length - at); length > 0; length--) {
		const value = forms.get(texts.slice(at, at + length).join(" "));
		if (value !== undefined) return { value, length };
	}
	return null;
}

function readCompound(word: string, { hundredPrefixes, belowHundred }: NumberWords): number | null {
	for (const prefix of hundredPrefixes) {
		const rest = word.startsWith(prefix) ? belowHundred.get(word.slice(prefix.length)) : undefined;
		if (rest !== undefined) return 100 + rest;
	}
	return null;
}

const homophones: Readonly<Record<string, string>> = { to: "2", too: "2", for: "4", ate: "8", won: "1" };

/** After one and zero speech recognition writes small words for the last digit: "one oh to". */
function readHomophone(
	texts: readonly string[],
	at: number,
	pieces: readonly Piece[],
	language: NumberLanguage,
): Piece | null {
	const said = pieces.map(({ digits }) => digits).join("");
	const digit = homophones[texts[at] ?? ""];
	if (language !== "en" || said !== "10" || pieces.length !== 2 || digit === undefined) return null;
	return { digits: digit, length: 1, isWeak: false, isFigures: false };
}

function toPiece(value: number, length: number, isWeak: boolean): Piece {
	return { digits: String(value), length, isWeak, isFigures: false };
}
