import { type SQL, sql } from "drizzle-orm";
import { foldWord } from "./fold-word.ts";
import type { Search } from "./read-search.ts";

/** The index holds the beginnings of two to four letters (migration 0018). */
const indexedLettersMax = 4;

/** Maximum words that a beginning stands for; a search for more of them costs more than one for the beginning itself. */
const endingsMax = 64;

/**
 * The FTS5 expression of a search, as an SQL value. FTS5 answers `word*` by reading every text that has such a word, unless the
 * beginning is indexed, and D1 serves nobody else meanwhile. So a longer beginning becomes the words that begin with it, which
 * FTS5 reads backward from the newest text, and no further than one page needs.
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

/** The same for an index without words in order. */
export function matchPlainly({ words, beginning }: Search): string {
	// The words are quoted, so that FTS5 reads none of their characters as an operator.
	const quoted = words.map(quote);
	return [...quoted, ...(beginning === null ? [] : [`${quote(beginning)}*`])].join(" AND ");
}

function quote(word: string): string {
	return `"${word}"`;
}
