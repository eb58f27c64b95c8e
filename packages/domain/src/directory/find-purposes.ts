import { isCommonWord } from "./common-words.ts";
import { listRelatedTopics } from "./department-topics.ts";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { DirectoryMention } from "./directory-mention.ts";
import { saysMalfunction } from "./says-malfunction.ts";
import { foldWords, type SpokenWord } from "./split-words.ts";

/** Words of a purpose that say nothing of what it is for. */
const EMPTY = new Set(
	"else anything something everything thing things stuff etc other others any all new general questions question matters related kinds kind sort problems".split(
		" ",
	),
);

/**
 * What the owner wrote that an extension is for, said in the same words or their family ("invoice" for "invoices"); and, a
 * step weaker, what goes with it: "broken" stands for whatever does not work.
 */
export function findPurposes(
	words: readonly SpokenWord[],
	directory: readonly DirectoryEntry[],
): DirectoryMention[] {
	const mentions: DirectoryMention[] = [];
	const malfunction = saysMalfunction(words);
	for (const { ext, purpose } of directory) {
		if (!purpose) continue;
		const own = foldWords(purpose).filter(
			(word) => word.length > 2 && !EMPTY.has(word) && !isCommonWord(word),
		);
		const stems = new Set(own.map(stemOf));
		const related = listRelatedTopics(own);
		const isForRepair = related.isForRepair || /\bdoes(?: not|n.t) work\b/.test(purpose.toLowerCase());
		words.forEach(({ text }, at) => {
			const about = { kind: "department" as const, extensions: [ext], at, length: 1 };
			if (!isCommonWord(text) && stems.has(stemOf(text))) mentions.push({ ...about, strength: "purpose" });
			else if (related.topics.has(text) || related.topics.has(text.replace(/s$/, "")))
				mentions.push({ ...about, strength: "topic" });
		});
		if (isForRepair && malfunction !== null)
			mentions.push({ kind: "department", strength: "topic", extensions: [ext], ...malfunction });
	}
	return mentions;
}

/** A crude stem: "renting", "rental" and "rent" are one family, "press" and "president" are not. */
export function stemOf(word: string): string {
	if (word.length < 5) return word.length === 4 && /[^s]s$/.test(word) ? word.slice(0, 3) : word;
	const stem = word.replace(/(?:ations?|ments?|ings?|ies|ers?|als?|ed|es|s|y|e)$/, "");
	const short = stem.length < 3 ? word : stem;
	return short.replace(/([bdfgklmnprt])\1$/, "$1");
}
