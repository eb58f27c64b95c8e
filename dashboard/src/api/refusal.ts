import type { FieldError, Problem } from "@cloudpbx/contracts/api/problem";
import type { ErrorCode } from "@cloudpbx/contracts/errors";

/** The server's reason, or that it was not reached. `detail` is written for people. */
export interface Refusal {
	code: ErrorCode | "offline";
	detail: string;
	fields: FieldError[];
	/** Null when there was no answer. */
	requestId: string | null;
	retryAfterSeconds: number | null;
	/** Set when somebody else saved the same thing meanwhile: the stored values. */
	current?: Record<string, unknown> | undefined;
	sent?: Record<string, unknown> | undefined;
}

const refusals = new WeakMap<Error, Refusal>();

export function refusalError(refusal: Refusal): Error {
	const error = new Error(refusal.detail);
	refusals.set(error, refusal);
	return error;
}

/** Converts anything thrown. Bugs are also logged to the console. */
export function toRefusal(error: unknown): Refusal {
	const known = error instanceof Error ? refusals.get(error) : undefined;
	if (known) return known;
	console.error(error);
	return plainRefusal("internal", "Something went wrong on this page. Load it again.");
}

export function plainRefusal(code: Refusal["code"], detail: string): Refusal {
	return { code, detail, fields: [], requestId: null, retryAfterSeconds: null };
}

export async function readRefusal(response: Response): Promise<Refusal> {
	const seconds = Number(response.headers.get("retry-after"));
	const retryAfterSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
	const problem = await readProblem(response);
	if (problem === null) {
		return {
			...plainRefusal("internal", "The server’s answer could not be read. Try again."),
			retryAfterSeconds,
		};
	}
	const { code, detail, errors = [], requestId, current, sent } = problem;
	return { code, detail, fields: errors, requestId, retryAfterSeconds, current, sent };
}

async function readProblem(response: Response): Promise<Problem | null> {
	try {
		const body = (await response.json()) as Partial<Problem>;
		return typeof body.detail === "string" && typeof body.code === "string" ? (body as Problem) : null;
	} catch {
		return null;
	}
}

/** `scopes.0` belongs to `scopes`. */
export function findFieldError(refusal: Refusal | null, field: string): string | undefined {
	return refusal?.fields.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
}
