import { isCommonWord } from "./common-words.ts";
import { compareSounds, compareSpelling, isSameSound } from "./compare-words.ts";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { DirectoryMention, MentionStrength } from "./directory-mention.ts";
import { isNickname, isSpellingOf } from "./nicknames.ts";
import { foldWords, type SpokenWord } from "./split-words.ts";

/** Indistinguishable for a listener; below it John would match Jane. */
const sameSound = 0.9;
const nearSound = 0.85;
/** One name alone must be near in spelling as well. */
const nearSpelling = 0.7;
const farSpelling = 0.4;
const homophoneSpelling = 0.8;
const nearWholeSound = 0.88;

/** Finds directory people whose names, or parts of them, may be in the words. */
export function listPersonMentions(
	words: readonly SpokenWord[],
	directory: readonly DirectoryEntry[],
): DirectoryMention[] {
	const mentions: DirectoryMention[] = [];
	for (const entry of directory) {
		const name = foldWords(entry.name);
		for (let at = 0; at < words.length; at++) {
			for (const { strength, length } of readNameAt(words, at, name))
				mentions.push({ kind: "person", strength, extensions: [entry.ext], at, length });
		}
	}
	return mentions;
}

interface Reading {
	strength: MentionStrength;
	length: number;
}

function readNameAt(words: readonly SpokenWord[], at: number, name: readonly string[]): Reading[] {
	const whole = compareWhole(textsFrom(words, at, name.length), name);
	if (whole !== null) return [{ strength: whole, length: name.length }];
	const readings: Reading[] = [];
	for (const length of [name.length - 1, name.length, name.length + 1]) {
		const strength = compareRejoined(textsFrom(words, at, length), name);
		if (strength !== null) readings.push({ strength, length });
	}
	const part = comparePart(words, at, name);
	if (part !== null) readings.push({ strength: part, length: 1 });
	return readings;
}

function textsFrom(words: readonly SpokenWord[], at: number, length: number): string[] {
	return words.slice(at, at + length).map((word) => word.text);
}

function compareWhole(heard: readonly string[], name: readonly string[]): MentionStrength | null {
	if (heard.length < name.length || name.length < 2) return null;
	const pairs = name.map((part, index) => ({ part, word: heard[index] ?? "" }));
	if (pairs.every(({ part, word }, index) => part === word || (index === 0 && isNickname(part, word))))
		return "exact";
	if (pairs.every(({ part, word }) => part !== word && isCommonWord(word))) return null;
	if (isHomophone(heard.join(""), name.join(""))) return "exact";
	return pairs.every(
		({ part, word }, index) =>
			part === word ||
			isSpellingOf(part, word) ||
			(index === 0 && isNickname(part, word)) ||
			compareSounds(part, word, sameSound) >= sameSound,
	)
		? "alike"
		: null;
}

function isHomophone(heard: string, name: string): boolean {
	return isSameSound(heard, name) && compareSpelling(heard, name) >= homophoneSpelling;
}

function compareRejoined(heard: readonly string[], name: readonly string[]): MentionStrength | null {
	if (heard.length === 0 || name.length < 2 || heard[0]?.[0] !== name[0]?.[0]) return null;
	if (heard.every(isCommonWord)) return null;
	if (heard.length !== name.length && heard.join("") === name.join("")) return "exact";
	if (heard.length < name.length && isHomophone(heard.join(""), name.join(""))) return "alike";
	if (heard.length === name.length && heard.some((word, index) => word === name[index])) return null;
	return compareSounds(heard.join(""), name.join(""), nearWholeSound) >= nearWholeSound ? "weak" : null;
}

function comparePart(
	words: readonly SpokenWord[],
	at: number,
	name: readonly string[],
): MentionStrength | null {
	const word = words[at];
	if (word === undefined) return null;
	const position = name.findIndex(
		(part, index) => part === word.text || (index === 0 && isNickname(part, word.text)),
	);
	if (position >= 0)
		return hasStrangeNeighbour(words, at, position, name) || isPlainWord(word) ? "weak" : "exact";
	if (isCommonWord(word.text) || word.text.length < 3) return null;
	const spelt = name.findIndex((part) => isSpellingOf(part, word.text));
	if (spelt >= 0) return hasStrangeNeighbour(words, at, spelt, name) ? "weak" : "alike";
	const alike = name
		.map((part) => ({ part, sound: compareSounds(part, word.text, nearSound) }))
		.filter(({ sound }) => sound >= nearSound)
		.map(({ part, sound }) => ({ sound, spelling: compareSpelling(part, word.text) }));
	const isSame = alike.some(({ sound, spelling }) => sound >= sameSound && spelling >= nearSpelling);
	if (isSame && !hasStrangeNeighbour(words, at, 0, [])) return "alike";
	return alike.some(({ spelling }) => spelling >= farSpelling) ? "weak" : null;
}

/** "Will you …" is not Will Turner. */
function isPlainWord(word: SpokenWord): boolean {
	return isCommonWord(word.text) && (!word.isCapitalised || word.startsClause);
}

/** Neither Jane Miller nor Bob Smith is Jane Smith. */
function hasStrangeNeighbour(
	words: readonly SpokenWord[],
	at: number,
	position: number,
	name: readonly string[],
): boolean {
	const next = words[at + 1];
	const previous = words[at - 1];
	if (
		position < Math.max(1, name.length - 1) &&
		next !== undefined &&
		!next.startsClause &&
		isStrange(words, next, name)
	)
		return true;
	return (
		position > 0 && previous !== undefined && !words[at]?.startsClause && isStrange(words, previous, name)
	);
}

function isStrange(words: readonly SpokenWord[], word: SpokenWord, name: readonly string[]): boolean {
	if (isCommonWord(word.text) || /\d/.test(word.text) || word.text.length < 3 || name.includes(word.text))
		return false;
	const isCasedTranscript = words.some((one) => !one.isCapitalised);
	const hasCapitals = words.some((one) => one.isCapitalised && !one.startsClause);
	return isCasedTranscript && hasCapitals ? word.isCapitalised : true;
}
