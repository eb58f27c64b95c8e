/** Maximum words per search; each costs a lookup in the index. */
const wordsMax = 8;

/**
 * Writes an FTS5 expression for a person's words: all of them, in any order; the last one may be unfinished.
 * The words are quoted, so that FTS5 reads none of their characters as an operator. Null when there are no
 * words.
 */
export function writeSearch(query: string): string | null {
	const words = query.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, wordsMax) ?? [];
	const last = words.at(-1);
	if (last === undefined) return null;
	// A prefix of one letter would match too much.
	const ending = last.length > 1 && /[\p{L}\p{M}\p{N}]$/u.test(query) ? "*" : "";
	return words.map((word, index) => `"${word}"${index === words.length - 1 ? ending : ""}`).join(" ");
}
