import type { AuditEvent } from "@cloudpbx/contracts/api/audit";

export interface ChangedField {
	field: string;
	/** Undefined: absent, as before a creation. */
	before: unknown;
	after: unknown;
}

export function compareChange({ before, after }: Pick<AuditEvent, "before" | "after">): ChangedField[] {
	const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
	names.delete("outcome");
	return [...names]
		.map((field) => ({ field, before: before?.[field], after: after?.[field] }))
		.filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/** The request got no answer; it may still be carried out. */
export function isOutcomeUnknown({ after }: Pick<AuditEvent, "after">): boolean {
	return after?.outcome === "unknown";
}
