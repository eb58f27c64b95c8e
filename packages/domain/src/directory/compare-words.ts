import { memoize } from "../memoize.ts";
import { soundOfWord } from "./sound-of-word.ts";

const nearSounds: Readonly<Record<string, number>> = {
	AF: 0.4,
	AB: 0.5,
	BF: 0.8,
	bp: 0.4,
	dt: 0.4,
	gk: 0.4,
	fv: 0.4,
	"0t": 0.3,
	"0d": 0.4,
	CX: 0.3,
	Cj: 0.4,
	hj: 0.5,
	mn: 0.6,
};
const vowels = "AFB";
const soundsMax = 2000;
const recallSound = memoize(soundOfWord, soundsMax);

/** Compares the sound of two folded words, 0 to 1; may return 0 below `atLeast`, to save work. */
export function compareSounds(one: string, other: string, atLeast = 0): number {
	const a = recallSound(one);
	const b = recallSound(other);
	if (a === "" || b === "") return 0;
	const longest = Math.max(a.length, b.length);
	const allowed = (1 - atLeast) * longest;
	if (0.5 * Math.abs(a.length - b.length) > allowed || countUnmatched(a, b) > allowed) return 0;
	const distance = editDistance(a, b, substituteSound, (sound) => (vowels.includes(sound) ? 0.5 : 1));
	return Math.max(0, 1 - distance / longest);
}

/** True when two folded words sound exactly alike. */
export function isSameSound(one: string, other: string): boolean {
	return recallSound(one) === recallSound(other);
}

/** Compares the spelling of two folded words, 0 to 1. */
export function compareSpelling(one: string, other: string): number {
	const longest = Math.max(one.length, other.length);
	if (longest === 0) return 0;
	return (
		1 -
		editDistance(
			one,
			other,
			(a, b) => (a === b ? 0 : 1),
			() => 1,
		) /
			longest
	);
}

/** The least cost between two sounds: a change costs at least 0.3, a missing symbol 0.5. */
function countUnmatched(a: string, b: string): number {
	const missingOfA = countMissing(a, b);
	const missingOfB = countMissing(b, a);
	const paired = Math.min(missingOfA, missingOfB);
	return (
		0.3 * paired + 0.5 * Math.max(Math.abs(a.length - b.length), missingOfA - paired, missingOfB - paired)
	);
}

function countMissing(from: string, other: string): number {
	let missing = 0;
	for (let at = 0; at < from.length; at++) if (!other.includes(from.charAt(at))) missing++;
	return missing;
}

function substituteSound(a: string, b: string): number {
	if (a === b) return 0;
	if (vowels.includes(a) !== vowels.includes(b)) return 1.5;
	return nearSounds[a < b ? a + b : b + a] ?? 1;
}

function editDistance(
	one: string,
	other: string,
	substitute: (a: string, b: string) => number,
	remove: (symbol: string) => number,
): number {
	const start = [0];
	for (const b of other) start.push((start.at(-1) ?? 0) + remove(b));
	let above = start;
	for (const a of one) {
		const row = [(above[0] ?? 0) + remove(a)];
		for (let column = 0; column < other.length; column++) {
			const b = other.charAt(column);
			row.push(
				Math.min(
					(above[column] ?? 0) + substitute(a, b),
					(above[column + 1] ?? 0) + remove(a),
					(row[column] ?? 0) + remove(b),
				),
			);
		}
		above = row;
	}
	return above.at(-1) ?? 0;
}
