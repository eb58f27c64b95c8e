import type { Finding, FindingLevel } from "@cloudpbx/contracts/findings";

export interface Check<Facts, Case extends object = object> {
	id: string;
	level: FindingLevel | ((found: Case) => FindingLevel);
	check: (facts: Facts) => Case[];
	meaning: (found: Case) => string;
	todo: (found: Case) => string;
	/** Tells several cases apart; stands behind the id. */
	subject?: (found: Case) => string;
}

export type AnyCheck<Facts> = Check<Facts, never>;

export function defineCheck<Facts, Case extends object>(check: Check<Facts, Case>): AnyCheck<Facts> {
	return check as unknown as AnyCheck<Facts>;
}

/** Runs the checks in their order. */
export function runChecks<Facts>(checks: readonly AnyCheck<Facts>[], facts: Facts): Finding[] {
	return checks.flatMap((check) =>
		check.check(facts).map((found) => ({
			id: check.subject ? `${check.id}:${check.subject(found)}` : check.id,
			level: typeof check.level === "function" ? check.level(found) : check.level,
			meaning: check.meaning(found),
			todo: check.todo(found),
		})),
	);
}

const order = { error: 0, warning: 1, info: 2 };

/** Sorts by level, worst first, otherwise stable. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
	return [...findings].sort((a, b) => order[a.level] - order[b.level]);
}
