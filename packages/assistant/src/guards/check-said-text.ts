import { splitWords } from "@cloudpbx/domain/directory/split-words";
import { findSpokenNumbers } from "@cloudpbx/domain/spoken-numbers/find-spoken-numbers";
import { claimsHumanity } from "../identity/claims-humanity.ts";
import { findCommitment } from "./find-commitment.ts";
import { tellsInstructions } from "./find-recital.ts";
import { findUngrounded } from "./find-ungrounded.ts";
import { normaliseSaid } from "./normalise-said.ts";

/** Half a minute of speech is long on the telephone. */
const saidCharactersMax = 300;
/** Fewer spoken digits in a row are a year, a price or an extension; so many are a telephone number. */
const spokenDigitsMin = 5;

export type SaidText =
	| { ok: true; text: string }
	| {
			ok: false;
			/** `commitment`: it says that something was or will be done, which only people can. `human`: it denies what it is. */
			reason: "empty" | "unsafe_words" | "ungrounded_answer" | "commitment" | "human";
	  };

export interface SaidContext {
	/** What the company says of itself: the only source of numbers, addresses and sites. */
	sources: readonly string[];
	/** What the company says it does, when that is less: nobody else's words ground a promise. Default: `sources`. */
	promises?: readonly string[];
	instructions: string;
}

/**
 * A model's sentence as it may be spoken or sent: plain text of bounded length without markup, that neither tells the
 * instructions nor a number, amount, mail address or site which the sources do not hold, nor promises, nor passes for a human's.
 */
export function checkSaidText(say: string, context: SaidContext): SaidText {
	const { sources, promises = sources, instructions } = context;
	if (/["'}]\s*[:,]\s*["'{]|[{}]|<\/?(?:caller|company|directory|sender)\b/i.test(normaliseSaid(say)))
		return { ok: false, reason: "unsafe_words" };
	const text = cutAtSentence(toPlainText(say));
	if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, reason: "empty" };
	// Cut or not, nothing of what the model wrote may hold them.
	const whole = normaliseSaid(say);
	if (tellsInstructions(whole, instructions)) return { ok: false, reason: "unsafe_words" };
	if (claimsHumanity(whole)) return { ok: false, reason: "human" };
	if (findCommitment(whole, promises) !== null) return { ok: false, reason: "commitment" };
	if (tellsDigits(normaliseSaid(text), sources)) return { ok: false, reason: "unsafe_words" };
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
	if (text.length <= saidCharactersMax) return text;
	const start = text.slice(0, saidCharactersMax);
	const sentence = /^[\s\S]*[.!?。！？](?=\s|$)/.exec(start)?.[0];
	if (sentence !== undefined) return sentence;
	return `${start.slice(0, Math.max(start.lastIndexOf(" "), 1)).replace(/[\s,;:–-]+$/, "")}…`;
}

function tellsDigits(text: string, sources: readonly string[]): boolean {
	const known = sources
		.map(normaliseSaid)
		.join(" \n ")
		.replace(/[\s().+-]+/g, "");
	return findSpokenNumbers(splitWords(text)).some(
		({ digits }) => digits.length >= spokenDigitsMin && !known.includes(digits),
	);
}
