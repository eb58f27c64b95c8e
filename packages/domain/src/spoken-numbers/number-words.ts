/** ISO 639-1; the first language of a shared word wins. */
export const numberLanguages = ["en", "es", "fr", "de", "it", "pt"] as const;

export type NumberLanguage = (typeof numberLanguages)[number];

/** A language's numbers in folded words (`splitWords`). */
export interface NumberWords {
	/** 1 to 99 in every usual form, of one or several words. */
	belowHundred: ReadonlyMap<string, number>;
	zeros: ReadonlySet<string>;
	hundreds: ReadonlyMap<string, number>;
	joiners: ReadonlySet<string>;
	/** For languages that write one word: "hunderteins", "centouno". */
	hundredPrefixes: readonly string[];
	repeats: ReadonlyMap<string, number>;
	fillers: ReadonlySet<string>;
	weak: ReadonlySet<string>;
	/** First words of all forms; any other word, except a compound, is no number. */
	beginnings: ReadonlySet<string>;
}

/** Maximum words of a form: "quatre vingt dix neuf". */
export const formWordsMax = 4;
