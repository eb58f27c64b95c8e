import type { Danger } from "@cloudpbx/contracts/calls/danger";

/**
 * What one language says of one danger, one or more alternatives a line. To add a phrase, add a line, or a word to the list where
 * its like stand, then a sentence to the corpora in test/danger. A line is a regular expression over lower-case words without
 * punctuation, within one sentence (`$` is its end), with short forms:
 *
 * - `(a|b)` is one of these words; it captures nothing.
 * - ` ~3 ` is up to three words of any kind.
 * - `{who}` is a part of the language, below.
 * - `(?! a|b)` is an exception; each of it ends with a whole word.
 */
export interface DangerWords {
	/** Says it beyond doubt, whatever the company deals in. */
	sure?: string;
	/** Means it unless the company or a matter of business explains the words. */
	unsure?: string;
}

/** Stands for every word for a person in the text that patterns with `{who}` and `{kin}` are matched against. */
export const person = "prs";

/** The words of one language; patterns are matched against `foldDangerWords`. */
export interface DangerLanguage {
	/** Beginnings of words, one of which every danger has: without one nothing else is looked for. */
	signs: string;
	/** Words for persons: family, friends, strangers. */
	people: string;
	/** Parts that patterns name in braces: `{who}`. */
	parts: Readonly<Record<string, string>>;
	dangers: Readonly<Partial<Record<Danger, DangerWords>>>;
	/**
	 * Figures of speech, words of other meaning, and our own answer where it is quoted: taken out before anything is looked for.
	 */
	idioms: string;
	/** What makes a sentence a story of the past. */
	past: string;
	/** What makes the words right after it a supposition. */
	supposition: string;
	/** Matters of business: beside them an unsure word means nothing. */
	business: string;
}
