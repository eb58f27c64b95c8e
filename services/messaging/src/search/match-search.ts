import { type SQL, sql } from "drizzle-orm";
import { foldWord } from "./fold-word.ts";
import type { Search } from "./read-search.ts";

/** The index has prefixes of two to four letters (migration 0018). */
const indexedLettersMax = 4;

/** Maximum words that replace a prefix; with more, the prefix itself is cheaper. */
const endingsMax = 64;

/**
 * The FTS5 expression of a search. FTS5 answers `word*` by reading every text with such a word, unless the prefix
 * is indexed. A longer prefix is therefore replaced by its words, which FTS5 reads backward from the newest text
 * and only for one page.
 */
export function matchSearch({ words, beginning }: Search): SQL {
	const folded = beginning === null ? null : foldWord(beginning);
	if (folded === null || [...folded].length <= indexedLettersMax)
		return sql`${matchPlainly({ words, beginning })}`;
	const whole = words.map((word) => `${quote(word)} AND `).join("");
	return sql`${`${whole}(`} || (
		WITH RECURSIVE endings (word) AS (
			SELECT (SELECT term FROM messages_search_words WHERE term >= ${folded} LIMIT 1)
			UNION ALL
			-- No word has a character 1: this is the next one.
			SELECT (SELECT term FROM messages_search_words WHERE term >= endings.word || char(1) LIMIT 1)
			FROM endings WHERE endings.word >= ${folded} AND endings.word < ${folded} || char(1114111)
			LIMIT ${endingsMax + 2}
		)
		SELECT CASE
			WHEN count(*) > ${endingsMax} THEN ${`${quote(folded)}*`}
			ELSE coalesce(group_concat('"' || word || '"', ' OR '), ${quote(folded)})
		END
		FROM endings WHERE word >= ${folded} AND word < ${folded} || char(1114111)
	) || ')'`;
}

/** The expression for an index without ordered words. */
export function matchPlainly({ words, beginning }: Search): string {
	// Quoted, so that FTS5 reads no character as an operator.
	const quoted = words.map(quote);
	return [...quoted, ...(beginning === null ? [] : [`${quote(beginning)}*`])].join(" AND ");
}

function quote(word: string): string {
	return `"${word}"`;
}
