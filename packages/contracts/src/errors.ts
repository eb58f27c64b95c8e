/** The nine reasons for which CloudPBX refuses something. Every border uses the same words. */
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

/** A refusal that was expected. `message` is written for the person who asked and holds no secrets. */
export interface Refusal {
	code: ErrorCode;
	message: string;
}

/** What an RPC method answers. Only bugs are thrown, since custom errors lose their shape between Workers. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };

export function accept<Value>(value: Value): Result<Value> {
	return { ok: true, value };
}

export function refuse(code: ErrorCode, message: string): { ok: false; error: Refusal } {
	return { ok: false, error: { code, message } };
}
