import type { Person } from "./briefing.ts";
import { isEveryday } from "./everyday-words.ts";
import { tokensOf } from "./fold-text.ts";

export interface HeardPerson {
	person: Person;
	certainty: number;
	at: number;
}

/** Whole names, single names and what sounds like them, the best first. */
export function hearPeople(words: string, people: readonly Person[]): HeardPerson[] {
	const tokens = tokensOf(words);
	const heard: HeardPerson[] = [];
	for (const person of people) {
		const name = tokensOf(person.name);
		let best: HeardPerson | null = null;
		for (let at = 0; at < tokens.length; at++) {
			const certainty = Math.max(hearWhole(tokens, at, name), hearPart(tokens, at, name));
			if (certainty > (best?.certainty ?? 0)) best = { person, certainty, at };
		}
		if (best !== null) heard.push(best);
	}
	return heard.sort((a, b) => b.certainty - a.certainty);
}

function hearWhole(tokens: readonly string[], at: number, name: readonly string[]): number {
	const window = tokens.slice(at, at + name.length);
	if (name.length > 1 && tokens[at] === name.join("")) return 0.95;
	if (name.length < 2 || window.length < name.length) return 0;
	if (window.join(" ") === name.join(" ")) return 1;
	if (window.every(isEveryday)) return 0;
	const sounds = name.map((part, index) => likeness(part, window[index] ?? ""));
	const weakest = Math.min(...sounds);
	return weakest >= 0.8 ? 0.9 : 0;
}

function hearPart(tokens: readonly string[], at: number, name: readonly string[]): number {
	const token = tokens[at] ?? "";
	if (name.includes(token) || (token.endsWith("s") && name.includes(token.slice(0, -1))))
		return isEveryday(token) ? 0.5 : 0.85;
	if (isEveryday(token) || token.length < 3) return 0;
	const best = Math.max(...name.map((part) => likeness(part, token)));
	return best >= 0.9 ? 0.7 : best >= 0.8 ? 0.55 : 0;
}

/** Consonants must agree; the vowels decide the degree. */
function likeness(one: string, other: string): number {
	if (one === other) return 1;
	if (spellings.some((names) => names.includes(one) && names.includes(other))) return 0.95;
	if (one === "" || other === "" || skeleton(one) !== skeleton(other)) return 0;
	if (isFront(one) !== isFront(other)) return 0.6;
	return one[0] === other[0] && Math.abs(one.length - other.length) <= 1 ? 0.95 : 0.85;
}

/** One name, different letters. */
const spellings =
	`sean shaun shawn|catherine katherine kathryn|stephen steven steve|john jon|geoff jeff|nguyen win nwin|thuy twee|siobhan shivon|wright right write`
		.split("|")
		.map((names) => names.split(" "));

function skeleton(word: string): string {
	return word
		.replace(/^kn/, "n")
		.replace(/^wr/, "r")
		.replace(/gh|h/g, (letters, at: number) => (letters === "h" && at === 0 ? "h" : ""))
		.replace(/c(?=[eiy])|z|x/g, "s")
		.replace(/g(?=[eiy])/g, "j")
		.replace(/ph/g, "f")
		.replace(/[ckq]+/g, "k")
		.replace(/[aeiouyw]/g, "")
		.replace(/(.)\1+/g, "$1");
}

function isFront(word: string): boolean {
	const vowels = /[aeiouy]+/.exec(word)?.[0] ?? "";
	return /[aeiy]$/.test(vowels);
}
