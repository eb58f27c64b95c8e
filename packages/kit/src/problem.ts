import type { FieldError } from "@cloudpbx/contracts/api/problem";
import { type ErrorCode, fieldsInConflict, type Refusal } from "@cloudpbx/contracts/errors";

const statusOf: Record<ErrorCode, number> = {
	bad_input: 400,
	unauthenticated: 401,
	forbidden: 403,
	not_found: 404,
	conflict: 409,
	limit_exceeded: 429,
	precondition_failed: 412,
	upstream_unavailable: 503,
	internal: 500,
};

export interface ProblemOptions {
	status?: number;
	errors?: readonly FieldError[];
	headers?: Record<string, string>;
}

/** A refusal as RFC 9457 problem+json. `requestId` identifies the answer in the logs. */
export function problem(refusal: Refusal, requestId: string, options: ProblemOptions = {}): Response {
	const status = options.status ?? statusOf[refusal.code];
	const body = {
		type: "about:blank",
		title: titleOf(refusal.code),
		status,
		detail: refusal.message,
		code: refusal.code,
		requestId,
		errors: options.errors ?? describeConflict(refusal),
		current: refusal.current,
		sent: refusal.sent,
	};
	return Response.json(body, {
		status,
		headers: {
			...options.headers,
			"content-type": "application/problem+json",
			"cache-control": "no-store",
			"x-request-id": requestId,
		},
	});
}

function describeConflict({ current, sent }: Refusal): FieldError[] | undefined {
	if (current === undefined || sent === undefined) return undefined;
	const message = "What is stored now differs from what was sent.";
	return fieldsInConflict(current, sent).map((field) => ({ in: "body", field, message }));
}

function titleOf(code: ErrorCode): string {
	const words = code.replaceAll("_", " ");
	return words[0]?.toUpperCase() + words.slice(1);
}
