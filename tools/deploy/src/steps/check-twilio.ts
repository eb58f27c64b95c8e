import { lookAtAccount } from "@cloudpbx/twilio/rest/look-at-account";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import type { RentedNumber } from "@cloudpbx/twilio/rest/rented-number";
import { findRentedNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import type { Deployment } from "../deployment.ts";
import { check, Obstacle, type Step } from "../plan/step.ts";
import { askTwilio, carrierSilent, credentialsRefused } from "./ask-twilio.ts";

export function checkTwilio(deployment: Deployment): Step {
	const { tollFreeNumber } = deployment.answers;
	const explain = [
		"Tries the credentials and says what a trial account cannot do.",
		tollFreeNumber
			? `Finds ${tollFreeNumber} in the account. If its calls or texts lead elsewhere today, that is said, and asked for before anything is changed (or --repoint).`
			: "No main number was given: none is taken up. TWILIO_TOLL_FREE_NUMBER names one.",
	];
	return check("Twilio: account and main number", explain, async () => {
		const account = await lookAtAccount(deployment.twilio);
		if (account.kind === "refused") throw credentialsRefused();
		if (account.kind === "unreachable") throw carrierSilent();
		if (!account.isActive) {
			throw new Obstacle("the Twilio account is suspended or closed.", "Look at console.twilio.com.");
		}
		if (account.isTrial) {
			deployment.console.say(
				"This is a Twilio trial account: it calls and texts verified numbers only, and Twilio speaks before each call. Upgrade it before customers call.",
			);
		}
		if (!tollFreeNumber) return;
		const number = await getMainNumber(deployment);
		checkCapabilities(deployment, number);
		await warnBeforeRepointing(deployment, number);
	});
}

export async function getMainNumber({ answers, twilio }: Deployment): Promise<RentedNumber> {
	const number = await askTwilio(findRentedNumber(openCarrier(twilio), answers.tollFreeNumber));
	if (number) return number;
	throw new Obstacle(
		`your Twilio account has no number ${answers.tollFreeNumber}.`,
		"Buy one at console.twilio.com, Phone Numbers, or correct TWILIO_TOLL_FREE_NUMBER.",
	);
}

function checkCapabilities({ console }: Deployment, { number, capabilities }: RentedNumber): void {
	if (!capabilities.voice) {
		throw new Obstacle(
			`${number} takes no calls at Twilio, so it cannot be the main number.`,
			"Set TWILIO_TOLL_FREE_NUMBER to another number, or ask Twilio's support to switch calls on.",
		);
	}
	if (!capabilities.sms)
		console.say(
			`${number} takes no texts at Twilio: texts to it are lost, and none go out from it. Ask Twilio's support to switch them on.`,
		);
}

async function warnBeforeRepointing(deployment: Deployment, number: RentedNumber): Promise<void> {
	const elsewhere = hostsElsewhere(deployment, number);
	if (elsewhere.length === 0) return;
	const words = `${number.number} leads to ${elsewhere.join(" and ")} today. CloudPBX takes it over: its calls and texts no longer arrive there.`;
	if (await deployment.mayRepoint(words)) return;
	throw new Obstacle(words, "To take it over, run the command again with --repoint.");
}

/** Hosts that would lose the number; Twilio's demonstration does not count. */
function hostsElsewhere(deployment: Deployment, { webhooks, isOverridden }: RentedNumber): string[] {
	const ours = deployment.memory.read().hosts;
	const hosts = [webhooks.voiceUrl, webhooks.smsUrl]
		.filter((address) => URL.canParse(address))
		.map((address) => new URL(address).host)
		.filter((host) => !ours.includes(host) && host !== "demo.twilio.com");
	return [...new Set([...hosts, ...(isOverridden ? ["a Twilio application or trunk"] : [])])];
}
