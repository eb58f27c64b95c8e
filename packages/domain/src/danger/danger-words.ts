import type { Danger } from "@cloudpbx/contracts/calls/danger";

/**
 * Words of one language for one danger, alternatives line by line. To add a phrase, add a line, and a sentence to
 * the corpora in test/danger. A line is a regular expression over lower-case words within one sentence (`$` is its
 * end), with short forms:
 * - `(a|b)` is one of these words; it captures nothing.
 * - ` ~3 ` is up to three words of any kind.
 * - `{who}` is a part of the language, below.
 * - `(?! a|b)` is an exception; each of it ends with a whole word.
 */
export interface DangerWords {
	sure?: string;
	/** Counts unless the company's business explains the words. */
	unsure?: string;
}

/** Stands for every word for a person in texts for patterns with `{who}` and `{kin}`. */
export const person = "prs";

/** Patterns are matched against `foldDangerWords`. */
export interface DangerLanguage {
	/** Beginnings of words; a text without any is no danger. */
	signs: string;
	people: string;
	parts: Readonly<Record<string, string>>;
	dangers: Readonly<Partial<Record<Danger, DangerWords>>>;
	/** Figures of speech, other meanings, and quotes of our answer; removed first. */
	idioms: string;
	past: string;
	supposition: string;
	business: string;
}
