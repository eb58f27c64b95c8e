/** More words than anybody remembers of a text; each costs a look into the index. */
const wordsMax = 8;

/**
 * A person's words as an expression of SQLite's FTS5: all of them, in any order, the last one perhaps unfinished. Quoted, so
 * that no mark of theirs is an operator. Null when there is no word in it.
 */
export function writeSearch(query: string): string | null {
	const words = query.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, wordsMax) ?? [];
	const last = words.at(-1);
	if (last === undefined) return null;
	// A beginning of one letter fits half of everything.
	const ending = last.length > 1 && /[\p{L}\p{M}\p{N}]$/u.test(query) ? "*" : "";
	return words.map((word, index) => `"${word}"${index === words.length - 1 ? ending : ""}`).join(" ");
}
