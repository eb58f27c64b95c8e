import { fold } from "../wording/split-clauses.ts";
import { readClasses, readPattern, type WordPattern } from "../wording/word-pattern.ts";

/**
 * How a rule must stand to count (guard-rule.ts).
 * - `never`: a clause that says this says nothing else.
 * - `always`: wherever it matches.
 * - `statement`: not in a question.
 * - `stopping`: a verb that we are asked to obey, so not "don't stop", "did you stop", "I stop".
 * - `leaving`: the sender's own wish, so not "don't unsubscribe me", "if I opt out".
 * - `astray`: a wrong number, but not of the sender's own message.
 * - `forbidding`: "don't text me", not "you don't text me".
 */
export type Guard = "never" | "always" | "statement" | "stopping" | "leaving" | "astray" | "forbidding";

export interface LanguageRules {
	/** A message of only these is a revocation. */
	bare: ReadonlySet<string>;
	/** For writing without blanks: parts of a word that suffice. */
	fragments: ReadonlySet<string>;
	/** Allowed beside them: "no, stop". */
	bareWith: ReadonlySet<string>;
	bareInQuestion: ReadonlySet<string>;
	soft: ReadonlySet<string>;
	negations: ReadonlySet<string>;
	/** Allowed between a negation and its verb: "don't [want you to] stop". */
	links: ReadonlySet<string>;
	/** Acts itself when named before the verb: "they stop texting". */
	doers: ReadonlySet<string>;
	reports: ReadonlySet<string>;
	/** Anywhere before a wish: "if I opt out". */
	hypotheses: ReadonlySet<string>;
	/** Take the sender's own message back: "ignore that, wrong person". */
	retractions: ReadonlySet<string>;
	/** Proposed instead: "don't text, call". */
	alternatives: ReadonlySet<string>;
	/** Anywhere after it: something else is left, "unsubscribe from the newsletter". */
	asides: ReadonlySet<string>;
	rules: readonly { guard: Guard; pattern: WordPattern }[];
}

export interface LanguageText {
	words: Partial<Record<Exclude<keyof LanguageRules, "rules">, string>>;
	classes: Readonly<Record<string, string>>;
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
