import { foldWords, splitWords } from "@cloudpbx/domain/directory/split-words";
import { findSpokenNumbers } from "@cloudpbx/domain/directory/spoken-numbers";
import { findUngrounded } from "./find-ungrounded.ts";

/** Half a minute of speech is long on the telephone. */
const SPOKEN_CHARACTERS_MAX = 300;
/** So many words in a row out of our instructions are a recital, not chance. */
const RECITED_WORDS = 7;
/** Fewer spoken digits in a row are a year, a price or an extension; so many are a telephone number. */
const SPOKEN_DIGITS_MIN = 5;

export type SpokenText =
	| { ok: true; text: string }
	| { ok: false; reason: "empty" | "unsafe_words" | "ungrounded_answer" };

export interface SpokenContext {
	/** What the company says of itself: the only source of numbers, addresses and sites. */
	sources: readonly string[];
	instructions: string;
}

/**
 * A model's sentence as it may be spoken: plain text of bounded length without markup, that neither recites the
 * instructions nor tells a number, mail address or site which the company's texts do not hold.
 */
export function checkSpokenText(say: string, { sources, instructions }: SpokenContext): SpokenText {
	if (/["'}]\s*[:,]\s*["'{]|[{}]|<\/?(?:caller|company|directory)\b/i.test(say))
		return { ok: false, reason: "unsafe_words" };
	const text = cutAtSentence(toPlainText(say));
	if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, reason: "empty" };
	if (recites(text, instructions)) return { ok: false, reason: "unsafe_words" };
	if (tellsDigits(text, sources)) return { ok: false, reason: "unsafe_words" };
	if (findUngrounded(text, sources) !== null) return { ok: false, reason: "ungrounded_answer" };
	return { ok: true, text };
}

function toPlainText(say: string): string {
	return say
		.replace(/<[^>]*>/g, " ")
		.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
		.replace(/[\p{Cc}\p{Cf}<>`*_#~|\\[\]]+/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
}

function cutAtSentence(text: string): string {
	if (text.length <= SPOKEN_CHARACTERS_MAX) return text;
	const start = text.slice(0, SPOKEN_CHARACTERS_MAX);
	const sentence = /^[\s\S]*[.!?。！？](?=\s|$)/.exec(start)?.[0];
	if (sentence !== undefined) return sentence;
	return `${start.slice(0, Math.max(start.lastIndexOf(" "), 1)).replace(/[\s,;:–-]+$/, "")}…`;
}

function recites(text: string, instructions: string): boolean {
	const own = ` ${foldWords(instructions).join(" ")} `;
	const words = foldWords(text);
	for (let at = 0; at + RECITED_WORDS <= words.length; at++)
		if (own.includes(` ${words.slice(at, at + RECITED_WORDS).join(" ")} `)) return true;
	return false;
}

function tellsDigits(text: string, sources: readonly string[]): boolean {
	const known = sources.join(" \n ").replace(/[\s().+-]+/g, "");
	return findSpokenNumbers(splitWords(text)).some(
		({ digits }) => digits.length >= SPOKEN_DIGITS_MIN && !known.includes(digits),
	);
}
