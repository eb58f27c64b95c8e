import type { Danger } from "@cloudpbx/contracts/danger";

/** What one language says of one danger: alternatives of a regular expression, one or more a line. */
export interface DangerWords {
	/** Says it beyond doubt, whatever the company deals in. */
	sure?: string;
	/** Means it unless the company or a matter of business explains the words. */
	unsure?: string;
}

/** Stands for every word for a person in the text that patterns with `{who}` and `{kin}` are matched against. */
export const PERSON = "prs";

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
