import {
	type Danger,
	type DangerLanguageCode,
	dangers,
	type RecognisedDanger,
} from "@cloudpbx/contracts/calls/danger";
import { isCommonWord } from "../directory/common-words.ts";
import { person } from "./danger-words.ts";
import { foldDangerWords, foldEnglishDangerWords } from "./fold-danger-words.ts";
import { type Language, type LanguageRules, type Phrase, readLanguage } from "./read-language.ts";
import { english } from "./words/english.ts";
import { french } from "./words/french.ts";
import { german } from "./words/german.ts";
import { italian } from "./words/italian.ts";
import { portuguese } from "./words/portuguese.ts";
import { spanish } from "./words/spanish.ts";

/** Two sentences apart: an emergency takes no longer to say, and a rule's time must not grow with what somebody reads out. */
const charactersMax = 1600;
/** Words before a danger that a supposition may stand in. */
const suppositionCharacters = 60;
/** Stands where a figure of speech was: a word of no language. */
const idiom = "zz";
/** Shorter words are a language's, not a company's. */
const ownWordMin = 3;
/** What is most urgent to tell apart comes first: a child and self-harm need other words than 911 alone. */
const order = ["child_alone", ...dangers.filter((one) => one !== "child_alone")] as const;

const noPhrases = { sure: [], unsure: [] };

interface Sentence {
	plain: string;
	marked: string;
}

const languages: readonly (readonly [DangerLanguageCode, Language])[] = [
	["en", readLanguage(english)],
	["es", readLanguage(spanish)],
	["fr", readLanguage(french)],
	["de", readLanguage(german)],
	["it", readLanguage(italian)],
	["pt", readLanguage(portuguese)],
];

/**
 * What danger somebody speaks or writes of, without a model; null when of none. Told in figures of speech, of the past or as
 * a supposition it is none. `companyTexts` are the company's own words: what it deals in switches off the words that
 * are not sure, never the sure ones.
 */
export function recogniseDanger(text: string, companyTexts: readonly string[]): RecognisedDanger | null {
	const said = text.slice(0, charactersMax);
	const words = dropIdioms(foldDangerWords(said));
	if (words === "") return null;
	const inEnglish = dropIdioms(foldEnglishDangerWords(said));
	const own = foldDangerWords(companyTexts.join("\n"));
	for (const [code, language] of languages) {
		const found = recogniseIn(language, code === "en" ? inEnglish : words, own);
		if (found) return { ...found, language: code };
	}
	return null;
}

/** Of every language: one's figure of speech is another's plain word. */
function dropIdioms(words: string): string {
	return languages
		.filter(([, { signs }]) => signs.test(words))
		.reduce((left, [, language]) => left.replace(language.rules().idioms, ` ${idiom} `), words);
}

function recogniseIn(
	language: Language,
	words: string,
	own: string,
): Omit<RecognisedDanger, "language"> | null {
	if (!language.signs.test(words)) return null;
	const rules = language.rules();
	const sentences = words
		.split("|")
		.map((sentence) => sentence.replace(/\s+/g, " ").trim())
		.filter((sentence) => sentence !== "")
		.map((plain): Sentence => ({ plain, marked: plain.replace(rules.people, person) }));
	const isBusiness = sentences.some(({ plain }) => rules.business.test(plain));
	for (const kind of order) {
		const { sure, unsure } = rules.phrases[kind] ?? noPhrases;
		for (const sentence of sentences) {
			const said = finds(sure, sentence, kind, rules);
			// An ambulance service's callers say "ambulance" all day.
			if (said !== null && (kind !== "unnamed" || !dealsIn(said, own))) return { kind, isSure: true };
			if (isBusiness) continue;
			const meant = finds(unsure, sentence, kind, rules);
			if (meant !== null && !dealsIn(meant, own)) return { kind, isSure: false };
		}
	}
	return null;
}

/** Whether one of the words, in any form, is among the company's own. */
function dealsIn(found: string, own: string): boolean {
	return found
		.split(" ")
		.some((word) => word.length >= ownWordMin && !isCommonWord(word) && ` ${own}`.includes(` ${word}`));
}

/** The words of the danger, unless they tell of the past or of what might be. Who wants to die is in danger since last year, too. */
function finds(
	phrases: readonly Phrase[],
	sentence: Sentence,
	kind: Danger,
	rules: LanguageRules,
): string | null {
	for (const phrase of phrases) {
		const text = phrase.isMarked ? sentence.marked : sentence.plain;
		const match = phrase.pattern().exec(text);
		if (!match) continue;
		const before = text.slice(Math.max(0, match.index - suppositionCharacters), match.index);
		if (rules.supposition.test(before)) continue;
		if (kind !== "self_harm" && rules.past.test(text)) continue;
		return match[0];
	}
	return null;
}
