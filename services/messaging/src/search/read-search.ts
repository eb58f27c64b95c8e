/** Maximum words per search; each costs a lookup in the index. */
const wordsMax = 8;

export interface Search {
	words: string[];
	/** The last word, which may be unfinished; at least two letters. */
	beginning: string | null;
}

export function readSearch(query: string): Search | null {
	const words = query.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, wordsMax) ?? [];
	const last = words.at(-1);
	if (last === undefined) return null;
	const isUnfinished = last.length > 1 && /[\p{L}\p{M}\p{N}]$/u.test(query);
	return isUnfinished ? { words: words.slice(0, -1), beginning: last } : { words, beginning: null };
}
