import type { DirectoryMention } from "@cloudpbx/domain/directory/directory-mention";
import type { Evidence } from "./read-evidence.ts";

/** Whether the words confirm an extension, and if not, why. */
export type TargetReview =
	| { verdict: "borne_out" }
	| { verdict: "ambiguous"; extensions: readonly string[] }
	| { verdict: "contradicted"; extensions: readonly string[] }
	| { verdict: "not_said" };

export function reviewTarget(extension: string, evidence: Evidence): TargetReview {
	const { clear, topics, cues } = evidence;
	if (cues.asksForDetails) return { verdict: "not_said" };
	const naming = clear.filter(({ extensions }) => extensions.includes(extension));
	if (naming.length > 0) return reviewNaming(extension, naming, evidence);
	if (evidence.agreed.has(extension)) return { verdict: "borne_out" };
	if (clear.length > 0) {
		return { verdict: "contradicted", extensions: unique(clear.flatMap(({ extensions }) => extensions)) };
	}
	if (topics.has(extension)) return { verdict: "borne_out" };
	if (evidence.operator?.ext === extension) return { verdict: "borne_out" };
	if (evidence.takesAnybody && evidence.operator === null && topics.size === 0)
		return { verdict: "borne_out" };
	return { verdict: "not_said" };
}

function reviewNaming(
	extension: string,
	naming: readonly DirectoryMention[],
	evidence: Evidence,
): TargetReview {
	const person = naming.find(({ kind }) => kind === "person");
	if (person === undefined) return reviewDepartmentOnly(extension, evidence);
	const place = evidence.clear.find(({ kind, at }) => kind === "department" && at > person.at);
	const fitting = place === undefined ? person.extensions : intersect(person.extensions, place.extensions);
	if (fitting.length === 0) return contradictsPlace(person, place);
	if (fitting.length > 1) return narrowByContext(extension, fitting, evidence);
	return fitting.includes(extension)
		? { verdict: "borne_out" }
		: { verdict: "contradicted", extensions: fitting };
}

/** A department's name fits all its people, unless a sentence names one of them. */
function reviewDepartmentOnly(extension: string, { clear, offered }: Evidence): TargetReview {
	const department = clear.find(
		({ kind, extensions }) => kind === "department" && extensions.includes(extension),
	);
	if (department === undefined) return { verdict: "borne_out" };
	const person = clear.find(({ kind, at }) => kind === "person" && at < department.at);
	const fitting = intersect(department.extensions, person?.extensions ?? offered);
	return fitting.length === 0 || fitting.includes(extension)
		? { verdict: "borne_out" }
		: { verdict: "contradicted", extensions: fitting };
}

/** "Jane in support" where Jane is in sales: one was misheard. Far apart they are two wishes. */
function contradictsPlace(person: DirectoryMention, place: DirectoryMention | undefined): TargetReview {
	const gap = place === undefined ? 0 : place.at - (person.at + person.length);
	if (place === undefined || gap > 2) return { verdict: "borne_out" };
	return { verdict: "contradicted", extensions: unique([...person.extensions, ...place.extensions]) };
}

function narrowByContext(extension: string, fitting: readonly string[], evidence: Evidence): TargetReview {
	const { agreed, topics, offered } = evidence;
	const narrowed = fitting.filter((one) => agreed.has(one) || topics.has(one) || offered.includes(one));
	return narrowed.length === 1 && narrowed[0] === extension
		? { verdict: "borne_out" }
		: { verdict: "ambiguous", extensions: fitting };
}

function intersect(some: readonly string[], others: readonly string[]): string[] {
	return some.filter((one) => others.includes(one));
}

function unique(extensions: readonly string[]): string[] {
	return [...new Set(extensions)];
}
