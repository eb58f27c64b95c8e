import { fold } from "../wording/split-clauses.ts";
import { readClasses, readPattern, type WordPattern } from "../wording/word-pattern.ts";

/**
 * How a rule has to stand to count (guard-rule.ts).
 * - `never`: a clause that says this says nothing else.
 * - `always`: wherever it matches.
 * - `statement`: not in a question.
 * - `stopping`: a verb that we are asked to obey, so not "don't stop", "did you stop", "I stop".
 * - `leaving`: what the sender wants for himself, so not "don't unsubscribe me", "if I opt out".
 * - `astray`: a wrong number, but not of the sender's own message.
 * - `forbidding`: "don't text me", not "you don't text me".
 */
export type Guard = "never" | "always" | "statement" | "stopping" | "leaving" | "astray" | "forbidding";

export interface LanguageRules {
	/** A message of nothing but these is a revocation. */
	bare: ReadonlySet<string>;
	/** Where words are not divided by blanks: parts of a word that say it all. */
	fragments: ReadonlySet<string>;
	/** What may stand beside them: "no, stop". */
	bareWith: ReadonlySet<string>;
	/** Those of them that remain one with a question mark. */
	bareInQuestion: ReadonlySet<string>;
	/** Words that change no rule wherever they stand: please, now, hello. */
	soft: ReadonlySet<string>;
	negations: ReadonlySet<string>;
	/** What may stand between a negation and its verb: "don't [want you to] stop". */
	links: ReadonlySet<string>;
	/** Who does a thing himself when named before the verb: "they stop texting". */
	doers: ReadonlySet<string>;
	/** Before "you": "did you stop", "since you stop". */
	reports: ReadonlySet<string>;
	/** Anywhere before what the sender might want: "if I opt out". */
	hypotheses: ReadonlySet<string>;
	/** The sender takes his own message back: "ignore that, wrong person". */
	retractions: ReadonlySet<string>;
	/** What is proposed instead: "don't text, call". */
	alternatives: ReadonlySet<string>;
	/** Anywhere after it, what is left is not us: "unsubscribe from the newsletter". */
	asides: ReadonlySet<string>;
	rules: readonly { guard: Guard; pattern: WordPattern }[];
}

export interface LanguageText {
	words: Partial<Record<Exclude<keyof LanguageRules, "rules">, string>>;
	classes: Readonly<Record<string, string>>;
	/** One pattern a line: word-pattern.ts. */
	rules: Partial<Record<Guard, string>>;
}

export function readLanguage({ words, classes, rules }: LanguageText): LanguageRules {
	const wordClasses = readClasses(classes);
	return {
		bare: readWords(words.bare),
		fragments: readWords(words.fragments),
		bareWith: readWords(words.bareWith),
		bareInQuestion: readWords(words.bareInQuestion),
		soft: readWords(words.soft),
		negations: readWords(words.negations),
		links: readWords(words.links),
		doers: readWords(words.doers),
		reports: readWords(words.reports),
		hypotheses: readWords(words.hypotheses),
		retractions: readWords(words.retractions),
		alternatives: readWords(words.alternatives),
		asides: readWords(words.asides),
		rules: guards.flatMap((guard) =>
			listLines(rules[guard]).map((line) => ({ guard, pattern: readPattern(line, wordClasses) })),
		),
	};
}

export const guards: readonly Guard[] = [
	"never",
	"always",
	"statement",
	"stopping",
	"leaving",
	"astray",
	"forbidding",
];

function readWords(text = ""): ReadonlySet<string> {
	return new Set(fold(text).split(/\s+/).filter(Boolean));
}

function listLines(text = ""): string[] {
	return text.split("\n").filter((line) => line.trim() !== "");
}
