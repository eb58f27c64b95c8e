import type { AuditEvent } from "@cloudpbx/contracts/api/audit";

export interface ChangedField {
	field: string;
	/** Undefined: it was not there, as before something is made. */
	before: unknown;
	after: unknown;
}

/** What differs between before and after, in the order in which it was written down. */
export function compareChange({ before, after }: Pick<AuditEvent, "before" | "after">): ChangedField[] {
	const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
	names.delete("outcome");
	return [...names]
		.map((field) => ({ field, before: before?.[field], after: after?.[field] }))
		.filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/** It was asked for and not answered: it may still be carried out. */
export function isOutcomeUnknown({ after }: Pick<AuditEvent, "after">): boolean {
	return after?.outcome === "unknown";
}
