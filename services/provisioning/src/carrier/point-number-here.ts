import type { Refusal } from "@cloudpbx/contracts/errors";
import { isTransient } from "@cloudpbx/twilio/rest/carrier-result";
import { findDrift } from "@cloudpbx/twilio/rest/rented-number";
import { findRentedNumber, pointNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import type { Context } from "../context.ts";
import { explainLost } from "../domain/purchase-words.ts";
import { explainProblem } from "./explain-problem.ts";

export type PointOutcome = { kind: "pointed" | "unknown" } | { kind: "refused"; refusal: Refusal };

/** Safe to repeat. */
export async function pointNumberHere({ carrier, webhooks }: Context, number: string): Promise<PointOutcome> {
	const found = await findRentedNumber(carrier, number);
	if (!found.ok) return failed(found.problem);
	if (!found.value) {
		return { kind: "refused", refusal: { code: "precondition_failed", message: explainLost } };
	}
	if (findDrift(found.value, webhooks).length === 0) return { kind: "pointed" };
	const pointed = await pointNumber(carrier, found.value, webhooks);
	return pointed.ok ? { kind: "pointed" } : failed(pointed.problem);
}

function failed(problem: Parameters<typeof explainProblem>[0]): PointOutcome {
	return isTransient(problem) ? { kind: "unknown" } : { kind: "refused", refusal: explainProblem(problem) };
}
