/** Maximum words per search; each costs a lookup in the index. */
const wordsMax = 8;

export interface Search {
	/** Words that must occur as they are. */
	words: string[];
	/** The last word where it may be unfinished, of two letters or more. */
	beginning: string | null;
}

/** All words of a person's query, in any order; the last one may be unfinished. Null when there are none. */
export function readSearch(query: string): Search | null {
	const words = query.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, wordsMax) ?? [];
	const last = words.at(-1);
	if (last === undefined) return null;
	// A beginning of one letter would match too much.
	const isUnfinished = last.length > 1 && /[\p{L}\p{M}\p{N}]$/u.test(query);
	return isUnfinished ? { words: words.slice(0, -1), beginning: last } : { words, beginning: null };
}
