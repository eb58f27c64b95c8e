import { pageOfCode } from "@cloudpbx/twilio/codes/read-codes";
import { explainNumberError } from "@cloudpbx/twilio/explain-carrier-code";
import type { CarrierProblem, CarrierResult } from "@cloudpbx/twilio/rest/carrier-result";
import { Obstacle } from "../plan/step.ts";

/** Returns the value, or throws Twilio's refusal as a sentence. */
export async function askTwilio<Value>(answer: Promise<CarrierResult<Value>>): Promise<Value> {
	const result = await answer;
	if (result.ok) return result.value;
	throw explain(result.problem);
}

function explain({ kind, status, code }: CarrierProblem): Obstacle {
	if (kind === "unauthenticated") return credentialsRefused();
	if (kind === "unknown_outcome") return carrierSilent();
	if (kind === "rate_limited")
		return new Obstacle("Twilio gets too many requests.", "Try again in a minute.");
	if (code === null) return new Obstacle(`Twilio refused (status ${status}).`, "");
	return new Obstacle(
		explainNumberError(code) ?? `Twilio refused (error ${code}).`,
		`Twilio explains it at ${pageOfCode(code)}.`,
	);
}

export function credentialsRefused(): Obstacle {
	return new Obstacle(
		"Twilio refuses the credentials.",
		"Compare TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN with console.twilio.com, Account Info.",
	);
}

export function carrierSilent(): Obstacle {
	return new Obstacle("Twilio did not answer.", "Try again.");
}
