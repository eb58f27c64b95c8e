import type { FieldError } from "@cloudpbx/contracts/api/problem";
import type { Refusal, Result } from "@cloudpbx/contracts/errors";
import type { ProblemOptions } from "@cloudpbx/kit/problem";

/** A refusal on its way to the one place that renders problems (http.ts). Only the door throws it. */
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

/** The value of an operation, or its refusal as the answer of this request. */
export function unwrap<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw new RefusalError(result.error);
}

/** The same for a body that another Worker has read: its refusal names the field that is wrong, as in "members: 101 is there twice." */
export function unwrapBody<Value>(result: Result<Value>): Value {
	const { 1: field, 2: message } = (!result.ok && /^(\w+): (.+)$/s.exec(result.error.message)) || [];
	if (result.ok || result.error.code !== "bad_input" || field === undefined) return unwrap(result);
	throw badField({ in: "body", field, message: message ?? "" });
}

export function badField(error: FieldError): RefusalError {
	return new RefusalError({ code: "bad_input", message: error.message }, { errors: [error] });
}
