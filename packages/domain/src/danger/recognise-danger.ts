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

/** An emergency takes no longer to say; bounds the time of a rule. */
const charactersMax = 1600;
/** Characters before a danger in which a supposition counts. */
const suppositionCharacters = 60;
const idiom = "zz";
const ownWordMin = 3;
/** Most urgent first: a child and self-harm need other words than 911 alone. */
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
 * Recognises danger without a model; null: none, a figure of speech, the past or a supposition. The company's own
 * words (`companyTexts`) switch off the unsure words, never the sure ones.
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

function dealsIn(found: string, own: string): boolean {
	return found
		.split(" ")
		.some((word) => word.length >= ownWordMin && !isCommonWord(word) && ` ${own}`.includes(` ${word}`));
}

/** Finds the danger's words outside of past and supposition. A wish to die counts in the past, too. */
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
