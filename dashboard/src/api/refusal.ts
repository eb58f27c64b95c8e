import type { FieldError, Problem } from "@cloudpbx/contracts/api/problem";
import type { ErrorCode } from "@cloudpbx/contracts/errors";

/** Why the server did not do it, or that it could not be reached. `detail` is written for the person who asked. */
export interface Refusal {
	code: ErrorCode | "offline";
	detail: string;
	fields: FieldError[];
	/** Finds the answer in the logs; null when there was none. */
	requestId: string | null;
	retryAfterSeconds: number | null;
	/** Somebody saved the same thing meanwhile: as it is now, and what was sent. */
	current?: Record<string, unknown> | undefined;
	sent?: Record<string, unknown> | undefined;
}

const refusals = new WeakMap<Error, Refusal>();

/** To be thrown. */
export function refusalError(refusal: Refusal): Error {
	const error = new Error(refusal.detail);
	refusals.set(error, refusal);
	return error;
}

/** What was thrown, in words. A fault of our own is written to the console as well. */
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
		return { ...plainRefusal("internal", "The server gave no answer that can be read."), retryAfterSeconds };
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

/** What is wrong with the field of this name; `scopes.0` belongs to `scopes`. */
export function findFieldError(refusal: Refusal | null, field: string): string | undefined {
	return refusal?.fields.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
}
