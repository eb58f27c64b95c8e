import { fold } from "./split-clauses.ts";

interface Step {
	words: ReadonlySet<string>;
	isOptional: boolean;
	isRepeated: boolean;
	isAny: boolean;
	mayBeEnd: boolean;
}

/** A rule about a clause's words, such as `^ {stop} sending me? {this}* {texts}`. */
export interface WordPattern {
	steps: readonly Step[];
	startsClause: boolean;
	endsClause: boolean;
}

type WordClasses = ReadonlyMap<string, readonly string[]>;

/** Reads a language's classes; a class may use earlier ones. */
export function readClasses(texts: Readonly<Record<string, string>>): WordClasses {
	const classes = new Map<string, readonly string[]>();
	for (const [name, text] of Object.entries(texts)) {
		const words = text.split(/\s+/).flatMap((word) => listWords(word, classes));
		classes.set(name, [...new Set(words)]);
	}
	return classes;
}

/**
 * Reads a rule. A step is a word, a `{class}`, several with `|`, or `_` for any; `?` makes it optional, `*`
 * optional and repeatable. `^` is the clause's beginning, `$` its end, also as the last alternative.
 */
export function readPattern(line: string, classes: WordClasses): WordPattern {
	const parts = line.trim().split(/\s+/);
	const startsClause = parts[0] === "^";
	const endsClause = parts.at(-1) === "$";
	return {
		steps: parts
			.slice(startsClause ? 1 : 0, endsClause ? -1 : undefined)
			.map((part) => readStep(part, classes)),
		startsClause,
		endsClause,
	};
}

function readStep(part: string, classes: WordClasses): Step {
	const mark = part.at(-1);
	const isRepeated = mark === "*";
	const isOptional = isRepeated || mark === "?";
	const words = (isOptional ? part.slice(0, -1) : part)
		.split("|")
		.flatMap((word) => listWords(word, classes));
	return {
		words: new Set(words),
		isOptional,
		isRepeated,
		isAny: words.includes("_"),
		mayBeEnd: words.includes("$"),
	};
}

function listWords(word: string, classes: WordClasses): readonly string[] {
	if (!word.startsWith("{")) return [fold(word)];
	const members = classes.get(word.slice(1, -1));
	if (!members) throw new Error(`No class of words is called ${word}`);
	return members;
}

/** True when the pattern matches at an allowed place. Soft words (please, now) may stand between. */
export function hasPattern(
	pattern: WordPattern,
	words: readonly string[],
	soft: ReadonlySet<string>,
	isAllowedAt: (at: number) => boolean,
): boolean {
	if (!pattern.steps.every((step) => canTake(step, words))) return false;
	const end = words.findLastIndex((word) => !soft.has(word)) + 1;
	const search: Search = { pattern, words, soft, end, failed: new Set() };
	for (let at = 0; at < words.length; at++) {
		if (matches(search, 0, at) && isAllowedAt(at)) return true;
		if (pattern.startsClause && !soft.has(words[at] ?? "")) return false;
	}
	return false;
}

function canTake(step: Step, words: readonly string[]): boolean {
	return step.isOptional || step.mayBeEnd || words.some((word) => takes(step, word));
}

function takes(step: Step, word: string): boolean {
	return step.isAny || step.words.has(word);
}

interface Search {
	pattern: WordPattern;
	words: readonly string[];
	soft: ReadonlySet<string>;
	end: number;
	/** Steps that failed at a place are not tried again, so that the time stays bounded. */
	failed: Set<number>;
}

function matches(search: Search, step: number, at: number): boolean {
	const { pattern, words, soft, end, failed } = search;
	const wanted = pattern.steps[step];
	const word = words[at];
	if (!wanted) return !pattern.endsClause || at >= end;
	if (wanted.mayBeEnd && at >= end) return true;
	const state = step * (words.length + 1) + at;
	if (failed.has(state)) return false;
	const isMatch =
		(word !== undefined &&
			takes(wanted, word) &&
			(matches(search, step + 1, at + 1) || (wanted.isRepeated && matches(search, step, at + 1)))) ||
		(wanted.isOptional && matches(search, step + 1, at)) ||
		(word !== undefined && step > 0 && soft.has(word) && matches(search, step, at + 1));
	if (!isMatch) failed.add(state);
	return isMatch;
}
