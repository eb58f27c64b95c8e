import { once } from "../once.ts";
import { isMeant } from "./guard-rule.ts";
import { isHarmless } from "./is-harmless.ts";
import { english } from "./languages/english-rules.ts";
import { hasForeignPhrase } from "./languages/foreign-phrases.ts";
import { french } from "./languages/french-rules.ts";
import { type Guard, guards, type LanguageRules, readLanguage } from "./languages/language-rules.ts";
import { otherLanguages } from "./languages/other-languages.ts";
import { spanish } from "./languages/spanish-rules.ts";
import { type Clause, splitClauses } from "./wording/split-clauses.ts";
import { hasPattern } from "./wording/word-pattern.ts";

const readLanguages = once(() => [english, spanish, french, ...otherLanguages].map(readLanguage));

/** True when a reasonable person would read an opt-out: 47 CFR 64.1200(a)(10). By rules, hence repeatable. */
export function isRevocation(body: string): boolean {
	if (isReaction(body) || isHarmless(body)) return false;
	if (hasForeignPhrase(body)) return true;
	const clauses = splitClauses(body);
	return readLanguages().some(
		(language) => isBare(clauses, language) || hasFragment(clauses, language) || hasRule(clauses, language),
	);
}

/** True for a telephone's reaction to our message, which quotes it, opt-out line and all. */
export function isReaction(body: string): boolean {
	return reaction.test(body.replace(/\p{Cf}/gu, ""));
}

const reaction =
	/^\s*(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted|removed|\p{Extended_Pictographic})[^"“„«]{0,40}(?:["“„«].*["”“»…]|(?:to|at|from)? ?an? (?:image|photo|picture|video|message|attachment|link|movie|audio message))\s*$/isu;

function isBare(clauses: readonly Clause[], language: LanguageRules): boolean {
	const words = clauses.flatMap((clause) => clause.words).filter((word) => !language.soft.has(word));
	const bare = clauses.some((clause) => clause.isQuestion) ? language.bareInQuestion : language.bare;
	return (
		words.some((word) => bare.has(word)) &&
		words.every((word) => bare.has(word) || language.bareWith.has(word))
	);
}

function hasFragment(clauses: readonly Clause[], { fragments }: LanguageRules): boolean {
	return clauses.some(({ words }) =>
		words.some((word) => [...fragments].some((part) => word.includes(part))),
	);
}

function hasRule(clauses: readonly Clause[], language: LanguageRules): boolean {
	return clauses.some(({ words }, clause) => {
		const isTaken = (guard: Guard) =>
			language.rules.some(
				(rule) =>
					rule.guard === guard &&
					hasPattern(rule.pattern, words, language.soft, (at) =>
						isMeant(guard, { clauses, clause, at }, language),
					),
			);
		return !isTaken("never") && guards.some((guard) => guard !== "never" && isTaken(guard));
	});
}
