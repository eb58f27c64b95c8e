import type { Refusal } from "@cloudpbx/contracts/errors";
import { type CarrierProblem, isTransient } from "@cloudpbx/twilio/rest/carrier-result";
import { explainNoAnswer, explainReleasing } from "../domain/purchase-words.ts";

/** What the carrier refused, for the owner. Never the carrier's own words: they name accounts and numbers. */
export function explainProblem(problem: CarrierProblem): Refusal {
	switch (problem.kind) {
		case "unknown_outcome":
			return { code: "upstream_unavailable", message: explainNoAnswer };
		case "rate_limited":
			return {
				code: "upstream_unavailable",
				message: "Twilio is asked too much at the moment. Try again in a minute.",
			};
		case "unauthenticated":
			return {
				code: "precondition_failed",
				message: "Twilio refuses our account: check its SID, its auth token and whether it is suspended.",
			};
		case "trial_limit":
			return {
				code: "precondition_failed",
				message: "A Twilio trial account may not rent this number: upgrade the account at Twilio.",
			};
		case "address_needed":
			return {
				code: "precondition_failed",
				message:
					"This number needs an address on file at Twilio. Choose another area code, or add the address there.",
			};
		case "none_in_area":
			return { code: "precondition_failed", message: "Twilio has no number to rent there." };
		case "not_available":
			return {
				code: "precondition_failed",
				message: "Twilio does not rent this number out, or somebody was quicker.",
			};
		case "invalid_number":
			return { code: "bad_input", message: "Twilio knows no such number." };
		case "not_found":
			return { code: "not_found", message: "Twilio no longer has it." };
		case "refused": {
			const detail = problem.code === null ? "" : ` with error ${problem.code} (twilio.com/docs/api/errors)`;
			return { code: "precondition_failed", message: `Twilio refused${detail}.` };
		}
	}
}

/** Why a number that was released is still at the carrier. There is nothing to repeat: the sweep does. */
export function explainUnreleased(problem: CarrierProblem): Refusal {
	const { code, message } = explainProblem(problem);
	const reason = isTransient(problem) ? "Twilio has not confirmed it yet." : message;
	return { code, message: `${explainReleasing} ${reason}` };
}
