import type { Guard, LanguageRules } from "./languages/language-rules.ts";
import type { Clause } from "./wording/split-clauses.ts";

interface RulePlace {
	clauses: readonly Clause[];
	clause: number;
	at: number;
}

/** True when a rule that matches at this word is meant there. */
export function isMeant(guard: Guard, place: RulePlace, language: LanguageRules): boolean {
	const { clauses, at } = place;
	const clause = clauses[place.clause] ?? { words: [], isQuestion: false };
	const before = clause.words.slice(0, at).filter((word) => !language.soft.has(word));
	switch (guard) {
		case "never":
			return true;
		case "always":
			return !language.negations.has(before.at(-1) ?? "");
		case "statement":
			return !clause.isQuestion && !isOthers(before, language);
		case "stopping":
			return !isNegated(before, language) && !isOwnDoing(before, language);
		case "leaving":
			return (
				!isRefused(before, language) &&
				!before.some((word) => language.hypotheses.has(word)) &&
				!clause.words.slice(at).some((word) => language.asides.has(word))
			);
		case "astray":
			return !clause.isQuestion && !hasWord(clauses, language.retractions);
		case "forbidding":
			return (
				!isOthers(before, language) &&
				!language.doers.has(before.at(-1) ?? "") &&
				!clauses.slice(place.clause + 1).some((later) => proposes(later, language))
			);
	}
}

function hasWord(clauses: readonly Clause[], wanted: ReadonlySet<string>): boolean {
	return clauses.some(({ words }) => words.some((word) => wanted.has(word)));
}

function proposes({ words }: Clause, { soft, alternatives }: LanguageRules): boolean {
	return alternatives.has(words.find((word) => !soft.has(word)) ?? "");
}

/** "I don't want you to stop"; not "why can't you stop", not "if you don't stop". */
function isNegated(before: readonly string[], { negations, links }: LanguageRules): boolean {
	const at = before.findLastIndex((word) => !links.has(word));
	if (!negations.has(before[at] ?? "")) return false;
	const isReproach = before[at + 1] === "you" && (able.has(before[at] ?? "") || before.includes("why"));
	const isThreat = before[at - 1] === "you" && before.some((word) => word === "if" || word === "unless");
	return !isReproach && !isThreat;
}

const able = new Set(["cant", "wont", "couldnt", "wouldnt"]);

/** "I don't want to unsubscribe"; "I can't unsubscribe" is an opt-out. */
function isRefused(before: readonly string[], { negations, links }: LanguageRules): boolean {
	const word = before.findLast((word) => !links.has(word)) ?? "";
	return negations.has(word) && !able.has(word);
}

/** "They stop texting", "did you stop texting"; but "how do I stop these texts". */
function isOwnDoing(before: readonly string[], { doers, reports }: LanguageRules): boolean {
	if (before.includes("how")) return false;
	const last = before.at(-1) ?? "";
	return doers.has(last) || (last === "you" && reports.has(before.at(-2) ?? ""));
}

/** "You don't text me", "why don't you text"; but "I told you don't text me". */
function isOthers(before: readonly string[], { doers }: LanguageRules): boolean {
	const last = before.at(-1) ?? "";
	if (last === "you") return !told.has(before.at(-2) ?? "");
	return last === "why" || last === "if" || (doers.has(last) && !wishers.has(last));
}

const wishers = new Set(["i", "we", "he", "she"]);

const told = new Set(["told", "asked", "tell", "telling", "asking", "beg", "begged", "said", "warned"]);
