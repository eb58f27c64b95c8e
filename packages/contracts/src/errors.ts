/** Every refusal of CloudPBX has one of these codes. */
export const errorCodes = [
	"bad_input",
	"unauthenticated",
	"forbidden",
	"not_found",
	"conflict",
	"limit_exceeded",
	"precondition_failed",
	"upstream_unavailable",
	"internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An expected refusal. `message` is written for the person who asked and holds no secrets. */
export interface Refusal {
	code: ErrorCode;
	message: string;
	/** After a write on an old version: the stored fields, `version` included. */
	current?: object;
	/** After a write on an old version: the fields that were sent. */
	sent?: object;
}

/** The answer of an RPC method. Only bugs are thrown, since custom errors lose their shape between Workers. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };

/** The answer of a method that worked. */
export function accept<Value>(value: Value): Result<Value> {
	return { ok: true, value };
}

/** The answer of a method that refuses. */
export function refuse(code: ErrorCode, message: string): { ok: false; error: Refusal } {
	return { ok: false, error: { code, message } };
}

/** Refuses a write on an old version: nothing was written, both values are answered. */
export function refuseOldVersion(current: object, sent: object): { ok: false; error: Refusal } {
	const message =
		"Somebody changed this after you opened it. Nothing was saved: look at both and save again.";
	return { ok: false, error: { code: "conflict", message, current, sent } };
}

/** Returns the sent fields whose stored value differs; none: the sent values are stored. */
export function fieldsInConflict(current: object, sent: object): string[] {
	const stored = new Map(Object.entries(current).map(([name, value]) => [name, JSON.stringify(value)]));
	return Object.entries(sent)
		.filter(([name, value]) => name !== "version" && value !== undefined)
		.filter(([name, value]) => stored.get(name) !== JSON.stringify(value))
		.map(([name]) => name);
}
