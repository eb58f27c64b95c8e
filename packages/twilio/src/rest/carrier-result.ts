import type * as z from "zod";

/** `unknown_outcome`: a write may have happened, so look before repeating it. `rate_limited`: not processed. */
export type CarrierProblemKind =
	| "not_available"
	| "none_in_area"
	| "invalid_number"
	| "address_needed"
	| "trial_limit"
	| "unauthenticated"
	| "not_found"
	| "refused"
	| "rate_limited"
	| "unknown_outcome";

/** Contains none of the carrier's messages: they name numbers and accounts. */
export interface CarrierProblem {
	kind: CarrierProblemKind;
	status: number | null;
	/** Twilio's error code; null: none. `status` null: no answer. */
	code: number | null;
}

export type CarrierResult<Value> = { ok: true; value: Value } | { ok: false; problem: CarrierProblem };

/** Stays inside this package; `toCarrierResult` converts it. */
export class CarrierFailure extends Error {
	override name = "CarrierFailure";
	readonly problem: CarrierProblem;

	constructor(problem: CarrierProblem) {
		super(`carrier: ${problem.kind}`);
		this.problem = problem;
	}
}

export const unknownOutcome: CarrierProblem = { kind: "unknown_outcome", status: null, code: null };

/** Whether the same request may succeed later. */
export function isTransient(problem: CarrierProblem): boolean {
	return problem.kind === "unknown_outcome" || problem.kind === "rate_limited";
}

/** Converts a CarrierFailure. Any other error is an unknown outcome. */
export async function toCarrierResult<Value>(work: () => Promise<Value>): Promise<CarrierResult<Value>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		return { ok: false, problem: error instanceof CarrierFailure ? error.problem : unknownOutcome };
	}
}

/** A resource that the carrier no longer has counts as deleted. */
export async function toDeletionResult(work: () => Promise<unknown>): Promise<CarrierResult<null>> {
	const result = await toCarrierResult(work);
	return result.ok || result.problem.kind === "not_found" ? { ok: true, value: null } : result;
}

/** Throws CarrierFailure with an unknown outcome for another shape. */
export function readAnswer<Value>(answer: z.ZodType<Value>, body: unknown): Value {
	const read = answer.safeParse(body);
	if (!read.success) throw new CarrierFailure(unknownOutcome);
	return read.data;
}

const kindOfCode: Record<number, CarrierProblemKind> = {
	10001: "unauthenticated",
	10002: "trial_limit",
	20003: "unauthenticated",
	20005: "unauthenticated",
	20404: "not_found",
	20429: "rate_limited",
	21404: "trial_limit",
	21421: "invalid_number",
	21422: "not_available",
	21451: "none_in_area",
	21452: "none_in_area",
	21613: "address_needed",
	21615: "address_needed",
	21631: "address_needed",
	21649: "address_needed",
	21650: "address_needed",
	21651: "address_needed",
	21730: "rate_limited",
};

const kindOfStatus: Record<number, CarrierProblemKind> = {
	401: "unauthenticated",
	403: "unauthenticated",
	404: "not_found",
	429: "rate_limited",
};

/** Names a failure. The code of a server error is not reliable. */
export function nameProblem(status: number, code: number | null): CarrierProblem {
	const kind =
		status >= 500
			? "unknown_outcome"
			: ((code === null ? undefined : kindOfCode[code]) ?? kindOfStatus[status] ?? "refused");
	return { kind, status, code };
}
