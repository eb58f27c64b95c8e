import { isCommonWord } from "./common-words.ts";
import { compareSounds, compareSpelling } from "./compare-words.ts";
import { listDepartmentNames, listDepartmentTopics } from "./department-topics.ts";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { DirectoryMention, MentionStrength } from "./directory-mention.ts";
import { saysMalfunction } from "./says-malfunction.ts";
import { foldWords, type SpokenWord } from "./split-words.ts";

const sameSound = 0.95;
const nearSpelling = 0.6;
const weakSpelling = 0.75;

/** Finds departments by name, translation, misheard spelling, or topic. */
export function listDepartmentMentions(
	words: readonly SpokenWord[],
	directory: readonly DirectoryEntry[],
): DirectoryMention[] {
	const mentions: DirectoryMention[] = [];
	const malfunction = saysMalfunction(words);
	for (const [department, extensions] of groupByDepartment(directory)) {
		const own = foldWords(department);
		const names = listDepartmentNames(own);
		// An owner's purpose replaces the guess.
		const isWritten = directory.some((entry) => entry.department === department && entry.purpose);
		const topics = isWritten ? new Set<string>() : listDepartmentTopics(own);
		if (malfunction !== null && topics.has("broken"))
			mentions.push({ kind: "department", strength: "topic", extensions, ...malfunction });
		words.forEach((word, at) => {
			if (own.length > 1 && own.every((part, index) => words[at + index]?.text === part))
				mentions.push({ kind: "department", strength: "exact", extensions, at, length: own.length });
			const strength = isMeantAsName(words, at) ? compareDepartment(word.text, own, names, topics) : null;
			if (strength !== null) mentions.push({ kind: "department", strength, extensions, at, length: 1 });
		});
	}
	return mentions;
}

const beforeName = new Set(["in", "from", "the", "to", "with"]);
const afterName = new Set([
	"department",
	"dept",
	"team",
	"support",
	"helpdesk",
	"help",
	"desk",
	"people",
	"guys",
	"please",
]);

/** "IT" counts in capitals or in a department's place; "it" is in every sentence. */
function isMeantAsName(words: readonly SpokenWord[], at: number): boolean {
	const word = words[at];
	if (word?.text !== "it" || (word.isCapitalised && !word.startsClause)) return true;
	const next = words[at + 1]?.text;
	return beforeName.has(words[at - 1]?.text ?? "") && (next === undefined || afterName.has(next));
}

function groupByDepartment(directory: readonly DirectoryEntry[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const { ext, department } of directory) {
		if (department === null || department.trim() === "") continue;
		groups.set(department, [...(groups.get(department) ?? []), ext]);
	}
	return groups;
}

function compareDepartment(
	word: string,
	own: readonly string[],
	names: ReadonlySet<string>,
	topics: ReadonlySet<string>,
): MentionStrength | null {
	if (own.length === 1 && own[0] === word) return "exact";
	if (names.has(word)) return "alike";
	if (topics.has(word) || topics.has(word.replace(/s$/, ""))) return "topic";
	if (word.length < 4 || isCommonWord(word)) return null;
	for (const name of names) {
		if (Math.min(name.length, word.length) < nearSpelling * Math.max(name.length, word.length)) continue;
		const spelling = compareSpelling(name, word);
		if (spelling >= nearSpelling && compareSounds(name, word) >= sameSound) return "alike";
		if (spelling >= weakSpelling) return "weak";
	}
	return null;
}
