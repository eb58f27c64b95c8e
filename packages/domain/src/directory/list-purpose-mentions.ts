import { memoize } from "../memoize.ts";
import { isCommonWord } from "./common-words.ts";
import { listRelatedTopics } from "./department-topics.ts";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { DirectoryMention } from "./directory-mention.ts";
import { saysMalfunction } from "./says-malfunction.ts";
import { foldWords, type SpokenWord } from "./split-words.ts";

const telling = new Set("order orders appointment appointments account accounts change changes".split(" "));
const empty = new Set(
	"else anything something using use wrong everything thing things stuff etc other others any all new general questions question matters related kinds kind sort problems".split(
		" ",
	),
);

/** Finds purposes by the same words or their family ("invoice" for "invoices") and, weaker, by related topics. */
export function listPurposeMentions(
	words: readonly SpokenWord[],
	directory: readonly DirectoryEntry[],
): DirectoryMention[] {
	const mentions: DirectoryMention[] = [];
	if (!directory.some(({ purpose }) => purpose)) return mentions;
	const malfunction = saysMalfunction(words);
	const heard = words.map(({ text }) => ({
		text,
		singular: text.replace(/s$/, ""),
		stem: isEmptyWord(text) ? "" : stemOf(text),
	}));
	const shared = findShared(directory);
	for (const { ext, purpose } of directory) {
		if (!purpose) continue;
		const { stems, topics, isForRepair } = readPurpose(purpose);
		heard.forEach(({ text, singular, stem }, at) => {
			const about = { kind: "department" as const, extensions: [ext], at, length: 1 };
			if (stems.has(stem) && !shared.has(stem)) mentions.push({ ...about, strength: "purpose" });
			else if (topics.has(text) || topics.has(singular)) mentions.push({ ...about, strength: "topic" });
		});
		if (isForRepair && malfunction !== null)
			mentions.push({ kind: "department", strength: "topic", extensions: [ext], ...malfunction });
	}
	return mentions;
}

function isEmptyWord(word: string): boolean {
	return isCommonWord(word) && !telling.has(word);
}

function findShared(directory: readonly DirectoryEntry[]): ReadonlySet<string> {
	const holders = new Map<string, Set<string>>();
	for (const { purpose } of directory) {
		if (!purpose) continue;
		for (const stem of readPurpose(purpose).stems)
			holders.set(stem, (holders.get(stem) ?? new Set()).add(purpose));
	}
	return new Set([...holders].flatMap(([stem, { size }]) => (size > 1 ? [stem] : [])));
}

interface Purpose {
	stems: ReadonlySet<string>;
	topics: ReadonlySet<string>;
	isForRepair: boolean;
}

const purposesMax = 500;

const readPurpose = memoize((purpose: string): Purpose => {
	const own = foldWords(purpose).filter((word) => word.length > 2 && !empty.has(word) && !isEmptyWord(word));
	const { topics, isForRepair } = listRelatedTopics(own);
	return {
		stems: new Set(own.map(stemOf)),
		topics,
		isForRepair: isForRepair || /\bdoes(?: not|n.t) work\b/i.test(purpose),
	};
}, purposesMax);

/** A crude stem: "renting", "rental" and "rent" are one family, "press" and "president" are not. */
function stemOf(word: string): string {
	if (word.length < 5) return word.length === 4 && /[^s]s$/.test(word) ? word.slice(0, 3) : word;
	const stem = word.replace(/(?:ations?|ments?|ings?|ies|ers?|als?|ed|es|s|y|e)$/, "");
	const short = stem.length < 3 ? word : stem;
	return short.replace(/([bdfgklmnprt])\1$/, "$1");
}
