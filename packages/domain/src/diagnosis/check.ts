import type { Finding, FindingLevel } from "@cloudpbx/contracts/findings";

/**
 * One thing that can be wrong with an installation, as data. `check` answers a case for everything that it finds; none: all is
 * well, or the facts say nothing about it.
 */
export interface Check<Facts, Case extends object = object> {
	id: string;
	level: FindingLevel | ((found: Case) => FindingLevel);
	check: (facts: Facts) => Case[];
	/** What it means for those who call or text. */
	meaning: (found: Case) => string;
	todo: (found: Case) => string;
	/** What was found, when there can be several; it stands behind the id. */
	subject?: (found: Case) => string;
}

/** A check whose cases only itself knows. */
export type AnyCheck<Facts> = Check<Facts, never>;

/** For lists of checks with cases of their own. */
export function defineCheck<Facts, Case extends object>(check: Check<Facts, Case>): AnyCheck<Facts> {
	return check as unknown as AnyCheck<Facts>;
}

/** What the checks find, in their order. */
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

/** The worst first; otherwise as they came. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
	return [...findings].sort((a, b) => order[a.level] - order[b.level]);
}
