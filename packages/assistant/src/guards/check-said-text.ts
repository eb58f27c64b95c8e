import { splitWords } from "@cloudpbx/domain/directory/split-words";
import { listSpokenNumbers } from "@cloudpbx/domain/spoken-numbers/list-spoken-numbers";
import { claimsHumanity } from "../identity/claims-humanity.ts";
import { findCommitment } from "./find-commitment.ts";
import { tellsInstructions } from "./find-recital.ts";
import { findUngrounded } from "./find-ungrounded.ts";
import { normaliseSaid } from "./normalise-said.ts";

/** Half a minute of speech is long on the telephone. */
const saidCharactersMax = 300;
/** Fewer digits in a row may be a year, a price or an extension. */
const spokenDigitsMin = 5;

export type SaidText =
	| { ok: true; text: string }
	| {
			ok: false;
			/** `commitment`: it promises what only people can do. `human`: it claims to be human. */
			reason: "empty" | "unsafe_words" | "ungrounded_answer" | "commitment" | "human";
	  };

export interface SaidContext {
	/** The company's texts: the only source of numbers, addresses and sites. */
	sources: readonly string[];
	/** The company's own promises, when fewer. Default: `sources`. */
	promises?: readonly string[];
	instructions: string;
}

/**
 * Checks a model's sentence before it is spoken or sent: bounded plain text without markup, instructions,
 * ungrounded facts, promises, or a claim to be human.
 */
export function checkSaidText(say: string, context: SaidContext): SaidText {
	const { sources, promises = sources, instructions } = context;
	if (/["'}]\s*[:,]\s*["'{]|[{}]|<\/?(?:caller|company|directory|sender)\b/i.test(normaliseSaid(say)))
		return { ok: false, reason: "unsafe_words" };
	const text = cutAtSentence(toPlainText(say));
	if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, reason: "empty" };
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
	return listSpokenNumbers(splitWords(text)).some(
		({ digits }) => digits.length >= spokenDigitsMin && !known.includes(digits),
	);
}
