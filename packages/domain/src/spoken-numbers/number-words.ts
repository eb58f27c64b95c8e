/** The languages in which numbers are understood, ISO 639-1; where words are shared, the earlier one is taken. */
export const numberLanguages = ["en", "es", "fr", "de", "it", "pt"] as const;

export type NumberLanguage = (typeof numberLanguages)[number];

/** How a language says its numbers, in folded words (`splitWords`). */
export interface NumberWords {
	/** 1 to 99, each in every usual form; a form is one word or several. */
	belowHundred: ReadonlyMap<string, number>;
	/** Words for 0 when digits are read one by one. */
	zeros: ReadonlySet<string>;
	/** Whole hundreds: "hundred", "a hundred", "two hundred". */
	hundreds: ReadonlyMap<string, number>;
	/** May stand between hundred and the rest: "one hundred and one". */
	joiners: ReadonlySet<string>;
	/** What a hundred begins with in languages that write a number as one word: "hunderteins", "centouno". */
	hundredPrefixes: readonly string[];
	/** "double zero" is two zeros. */
	repeats: ReadonlyMap<string, number>;
	/** Said while thinking, between two digits. */
	fillers: ReadonlySet<string>;
	/** Alone they are something else: "um", "un café". */
	weak: ReadonlySet<string>;
	/** Every word that a form begins with: what is not here, and no compound, is no number. */
	beginnings: ReadonlySet<string>;
}

/** The greatest number of words in one form: "quatre vingt dix neuf", "cento e noventa e nove" without its hundred. */
export const formWordsMax = 4;
