import type { FieldError } from "@cloudpbx/contracts/api/problem";
import type { Refusal, Result } from "@cloudpbx/contracts/errors";
import type { ProblemOptions } from "@cloudpbx/kit/problem";

/** Carries a refusal to the error handler in http.ts. Only doors throw it. */
export class RefusalError extends Error {
	override name = "RefusalError";
	readonly refusal: Refusal;
	readonly options: ProblemOptions;

	constructor(refusal: Refusal, options: ProblemOptions = {}) {
		super(refusal.message);
		this.refusal = refusal;
		this.options = options;
	}
}

/** Returns the value or throws the refusal as the answer. */
export function unwrap<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw new RefusalError(result.error);
}

/** Same for a body that another Worker validated: "members: 101 is there twice." names the field. */
export function unwrapBody<Value>(result: Result<Value>): Value {
	const { 1: field, 2: message } = (!result.ok && /^(\w+): (.+)$/s.exec(result.error.message)) || [];
	if (result.ok || result.error.code !== "bad_input" || field === undefined) return unwrap(result);
	throw badField({ in: "body", field, message: message ?? "" });
}

/** Same for nested fields: `pattern` takes their path and the message. */
export function unwrapNested<Value>(result: Result<Value>, pattern: RegExp): Value {
	const [, field, message] = (!result.ok && pattern.exec(result.error.message)) || [];
	if (field && message) throw badField({ in: "body", field, message });
	return unwrap(result);
}

export function badField(error: FieldError): RefusalError {
	return new RefusalError({ code: "bad_input", message: error.message }, { errors: [error] });
}
