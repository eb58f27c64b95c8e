import { runChecks } from "@cloudpbx/domain/diagnosis/check";
import { canText, senderChecks } from "@cloudpbx/domain/diagnosis/sender-checks";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { readSenders } from "@cloudpbx/twilio/rest/read-senders";
import type { Deployment } from "../deployment.ts";
import { check, type Step } from "../plan/step.ts";
import { getMainNumber } from "./check-twilio.ts";
import { smsAddress } from "./free-texts.ts";

export function explainRegistration(deployment: Deployment): Step {
	const { answers, closing, twilio } = deployment;
	const explain = [
		"Says whether the carriers let the main number text: toll-free numbers are verified, local ones registered (10DLC), and what the next step is. Calls work without.",
	];
	return check("Registration for texts", explain, async () => {
		if (!answers.tollFreeNumber) return;
		const { carrierId, number } = await getMainNumber(deployment);
		const sender = { id: "main", number, kind: numberKindOf(number), carrierId };
		const place = { country: answers.numberCountry, smsUrl: smsAddress(deployment) };
		const known = await readSenders(openCarrier(twilio), [sender], place);
		const facts = known.ok ? known.value[0]?.facts : undefined;
		if (!facts) {
			closing.push(`Twilio did not say whether ${number} may text: npm run doctor asks again.`);
			return;
		}
		if (canText(facts)) closing.push(`${number} is registered with the carriers: it may text.`);
		for (const { meaning, todo } of runChecks(senderChecks, facts)) closing.push(`${meaning} ${todo}`);
	});
}
