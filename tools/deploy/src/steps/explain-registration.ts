import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { findVerificationStatus } from "@cloudpbx/twilio/rest/toll-free-verification";
import type { Deployment } from "../deployment.ts";
import { check, type Step } from "../plan/step.ts";
import { getMainNumber } from "./check-twilio.ts";

const consoleAddress = "console.twilio.com, Messaging, Regulatory Compliance";

const tollFreeWords: Record<string, string> = {
	TWILIO_APPROVED: "is verified: it may text.",
	PENDING_REVIEW: "waits for its verification: until then its texts are refused (error 30032).",
	IN_REVIEW: "is being verified: until then its texts are refused (error 30032).",
	TWILIO_REJECTED: `was refused its verification: read why and send it again (${consoleAddress}).`,
};

/** Whether the main number may text in the United States. Calls need none of it. */
export function explainRegistration(deployment: Deployment): Step {
	const { tollFreeNumber } = deployment.answers;
	const explain = [
		"Says whether the carriers let the main number text: toll-free numbers are verified, local ones registered (10DLC), and what the next step is. Calls work without.",
	];
	return check("Registration for texts", explain, async () => {
		if (!tollFreeNumber) return;
		if (numberKindOf(tollFreeNumber) === "local") {
			deployment.closing.push(
				`${tollFreeNumber} is a local number: before it may text, register the company (brand) and what it texts (campaign), ${consoleAddress}, A2P 10DLC.`,
			);
			return;
		}
		const { carrierId } = await getMainNumber(deployment);
		const status = await findVerificationStatus(deployment.twilio, carrierId);
		const words = status.ok && status.value ? tollFreeWords[status.value] : undefined;
		const none = `has no verification yet: ask for it (${consoleAddress}, Toll-Free); until then its texts are refused (error 30032).`;
		deployment.closing.push(
			`${tollFreeNumber} ${words ?? (status.ok ? none : "could not be asked for its verification.")}`,
		);
	});
}
