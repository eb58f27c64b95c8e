/** Characters that `unicode61 remove_diacritics 2` folds alike; a test compares all with SQLite. */
const foldedAlike =
	/^[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e\u1ea0-\u1ef9\u0391-\u03a1\u03a3-\u03a9\u03ac-\u03c1\u03c3-\u03ce\u0400-\u0481\u048a-\u0527\u05d0-\u05ea\u0621-\u064a\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fcc\uac00-\ud7a3]+$/;

/** A word as the index has it: lower case, Latin letters without accents. Null when that is not certain. */
export function foldWord(word: string): string | null {
	return foldedAlike.test(word) ? [...word].map(foldLetter).join("") : null;
}

function foldLetter(letter: string): string {
	const base = letter.normalize("NFD").replace(/\p{Mn}/gu, "");
	// SQLite removes accents only from Latin letters.
	return (/^[A-Za-z]$/.test(base) ? base : letter).toLowerCase();
}
