import { type Danger, dangers } from "@cloudpbx/contracts/danger";
import { isCommonWord } from "../directory/common-words.ts";
import { type DangerLanguage, PERSON } from "./danger-words.ts";
import { foldDangerWords, foldEnglishDangerWords } from "./fold-danger-words.ts";
import { english } from "./words/english.ts";
import { french } from "./words/french.ts";
import { german } from "./words/german.ts";
import { italian } from "./words/italian.ts";
import { portuguese } from "./words/portuguese.ts";
import { spanish } from "./words/spanish.ts";

/** Two sentences apart: an emergency takes no longer to say, and a rule's time must not grow with what somebody reads out. */
const CHARACTERS_MAX = 1600;
/** Words before a danger that a supposition may stand in. */
const SUPPOSITION_CHARACTERS = 60;
/** Stands where a figure of speech was: a word of no language. */
const IDIOM = "zz";
/** Shorter words are a language's, not a company's. */
const OWN_WORD_MIN = 3;
/** What is most urgent to tell apart comes first: a child and self-harm need other words than 911 alone. */
const ORDER = ["child_alone", ...dangers.filter((one) => one !== "child_alone")] as const;

export type DangerLanguageCode = "en" | "es" | "fr" | "de" | "it" | "pt";

export interface RecognisedDanger {
	kind: Danger;
	/** The language it was told in. */
	language: DangerLanguageCode;
	/** False: the words could mean something else to a company that deals in them. */
	isSure: boolean;
}

interface Rules {
	language: DangerLanguageCode;
	signs: RegExp;
	idioms: RegExp;
	past: RegExp;
	/** Stands right before a danger. */
	supposition: RegExp;
	business: RegExp;
	people: RegExp;
	kinds: { kind: Danger; sure: readonly Pattern[]; unsure: readonly Pattern[] }[];
}

/** One line of the words of a danger. The engine compiles it when it is first looked for, so lines stay apart. */
interface Pattern {
	words: RegExp;
	/** Matched against words in which persons are marked. */
	isMarked: boolean;
}

interface Sentence {
	plain: string;
	marked: string;
}

const RULES: readonly Rules[] = [
	compile("en", english),
	compile("es", spanish),
	compile("fr", french),
	compile("de", german),
	compile("it", italian),
	compile("pt", portuguese),
];

/**
 * What danger somebody speaks or writes of, without a model; null when of none. Told in figures of speech, of the past or as
 * a supposition it is none. `companyTexts` are the company's own words: what it deals in switches off the words that
 * are not sure, never the sure ones.
 */
export function recogniseDanger(text: string, companyTexts: readonly string[]): RecognisedDanger | null {
	const said = text.slice(0, CHARACTERS_MAX);
	const words = dropIdioms(foldDangerWords(said));
	if (words === "") return null;
	const inEnglish = dropIdioms(foldEnglishDangerWords(said));
	const own = foldDangerWords(companyTexts.join("\n"));
	for (const rules of RULES) {
		const found = recogniseBy(rules, rules.language === "en" ? inEnglish : words, own);
		if (found) return found;
	}
	return null;
}

/** Of every language: one's figure of speech is another's plain word. */
function dropIdioms(words: string): string {
	return RULES.filter(({ signs }) => signs.test(words)).reduce(
		(left, { idioms }) => left.replace(idioms, ` ${IDIOM} `),
		words,
	);
}

function recogniseBy(rules: Rules, words: string, own: string): RecognisedDanger | null {
	if (!rules.signs.test(words)) return null;
	const sentences = words
		.split("|")
		.map((sentence) => sentence.replace(/\s+/g, " ").trim())
		.filter((sentence) => sentence !== "")
		.map((plain): Sentence => ({ plain, marked: plain.replace(rules.people, PERSON) }));
	const isBusiness = sentences.some(({ plain }) => rules.business.test(plain));
	for (const { kind, sure, unsure } of rules.kinds) {
		for (const sentence of sentences) {
			const said = finds(sure, sentence, kind, rules);
			// An ambulance service's callers say "ambulance" all day.
			if (said !== null && (kind !== "unnamed" || !dealsIn(said, own)))
				return { kind, language: rules.language, isSure: true };
			if (isBusiness) continue;
			const meant = finds(unsure, sentence, kind, rules);
			if (meant !== null && !dealsIn(meant, own)) return { kind, language: rules.language, isSure: false };
		}
	}
	return null;
}

/** Whether one of the words, in any form, is among the company's own. */
function dealsIn(found: string, own: string): boolean {
	return found
		.split(" ")
		.some((word) => word.length >= OWN_WORD_MIN && !isCommonWord(word) && ` ${own}`.includes(` ${word}`));
}

/** The words of the danger, unless they tell of the past or of what might be. Who wants to die is in danger since last year, too. */
function finds(patterns: readonly Pattern[], sentence: Sentence, kind: Danger, rules: Rules): string | null {
	for (const { words, isMarked } of patterns) {
		const text = isMarked ? sentence.marked : sentence.plain;
		const match = words.exec(text);
		if (!match) continue;
		const before = text.slice(Math.max(0, match.index - SUPPOSITION_CHARACTERS), match.index);
		if (rules.supposition.test(before)) continue;
		if (kind !== "self_harm" && rules.past.test(text)) continue;
		return match[0];
	}
	return null;
}

function compile(language: DangerLanguageCode, words: DangerLanguage): Rules {
	const fill = (source: string) =>
		source.replace(/\{([a-z]+)\}/g, (_, name: string) => oneLine(words.parts[name] ?? ""));
	const toSource = (lines: string) => endExceptionsAtWords(fill(lines.replace(/\s*\n\s*/g, "|")));
	const whole = (lines: string, flags = "") =>
		new RegExp(`(?<![a-z0-9])(?:${toSource(lines)})(?![a-z0-9])`, flags);
	const toPatterns = (lines = ""): Pattern[] =>
		lines
			.split(/\s*\n\s*/)
			.filter((line) => line !== "")
			.map((line) => ({ words: whole(line), isMarked: /\{(?:who|kin)\}/.test(line) }));
	return {
		language,
		signs: compileSigns(words.signs),
		idioms: whole(words.idioms, "g"),
		past: whole(words.past),
		supposition: new RegExp(`(?<![a-z0-9])(?:${toSource(words.supposition)})\\s*$`),
		business: whole(words.business),
		people: new RegExp(`(?<![a-z0-9])(?:${oneLine(words.people)})(?![a-z0-9])`, "g"),
		kinds: ORDER.flatMap((kind) => {
			const said = words.dangers[kind];
			return said ? [{ kind, sure: toPatterns(said.sure), unsure: toPatterns(said.unsure) }] : [];
		}),
	};
}

/** A short sign is a whole word, save its usual endings: "gas" is none in "gasket", "co" none in "come". */
function compileSigns(signs: string): RegExp {
	const bounded = signs
		.split("|")
		.map((sign) => (/^[a-z]{1,3}$/.test(sign) ? `${sign}(?:[a-z]?(?:ed|ing|s))?(?![a-z])` : sign));
	return new RegExp(`(?<![a-z0-9])(?:${bounded.join("|")})`);
}

function oneLine(lines: string): string {
	return lines.replace(/\s*\n\s*/g, "");
}

/** An exception `(?! …)` means whole words: "die a hero" is no exception to "die and". */
function endExceptionsAtWords(source: string): string {
	let ended = source;
	for (let at = ended.indexOf("(?! "); at >= 0; at = ended.indexOf("(?! ", at + 1)) {
		let depth = 0;
		let end = at;
		for (; end < ended.length; end++) {
			if (ended[end] === "(") depth++;
			if (ended[end] === ")" && --depth === 0) break;
		}
		ended = `${ended.slice(0, at)}(?!(?:${ended.slice(at + 3, end)})(?![a-z0-9]))${ended.slice(end + 1)}`;
	}
	return ended;
}
