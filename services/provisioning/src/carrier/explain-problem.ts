import type { Refusal } from "@cloudpbx/contracts/errors";
import { pageOfCode } from "@cloudpbx/twilio/codes/read-codes";
import { explainNumberError } from "@cloudpbx/twilio/explain-carrier-code";
import {
	type CarrierProblem,
	type CarrierProblemKind,
	isTransient,
} from "@cloudpbx/twilio/rest/carrier-result";
import { explainNoAnswer, explainReleasing } from "../domain/purchase-words.ts";

/** For the owner, never in the carrier's own words: they name accounts and numbers. */
export function explainProblem({ kind, code }: CarrierProblem): Refusal {
	const words = kind === "unknown_outcome" || code === null ? null : explainNumberError(code);
	// Twilio's support asks for the code of an error without words here.
	const known = words && kind === "refused" ? `${words} Twilio's error ${code}.` : words;
	return { code: refusalCodes[kind], message: known ?? kindWords[kind] ?? explainUnknown(code) };
}

const refusalCodes: Record<CarrierProblemKind, Refusal["code"]> = {
	unknown_outcome: "upstream_unavailable",
	rate_limited: "upstream_unavailable",
	unauthenticated: "precondition_failed",
	trial_limit: "precondition_failed",
	address_needed: "precondition_failed",
	none_in_area: "precondition_failed",
	not_available: "precondition_failed",
	invalid_number: "bad_input",
	not_found: "not_found",
	refused: "precondition_failed",
};

const kindWords: Partial<Record<CarrierProblemKind, string>> = {
	unknown_outcome: explainNoAnswer,
	rate_limited: "Twilio is asked too much at the moment. Try again in a minute.",
	unauthenticated: "Twilio refuses our account: check its SID, its auth token and whether it is suspended.",
	not_found: "Twilio no longer has it. Check the numbers, and repair what is missing.",
};

function explainUnknown(code: number | null): string {
	return code === null
		? "Twilio refused and gave no reason. Try again; if it stays so, ask Twilio's support."
		: `Twilio refused with error ${code}. Look it up at ${pageOfCode(code)}, or ask Twilio's support.`;
}

/** There is nothing to repeat: the sweep does. */
export function explainUnreleased(problem: CarrierProblem): Refusal {
	const { code, message } = explainProblem(problem);
	const reason = isTransient(problem) ? "Twilio has not confirmed it yet." : message;
	return { code, message: `${explainReleasing} ${reason}` };
}
