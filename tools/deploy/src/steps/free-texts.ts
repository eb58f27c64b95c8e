import {
	isDiverting,
	leaveTextsToNumbers,
	listMessagingServices,
	type MessagingService,
} from "@cloudpbx/twilio/rest/messaging-services";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { webhooksOf } from "@cloudpbx/twilio/rest/rented-number";
import { type Deployment, databasePath, getFact } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";
import { askTwilio } from "./ask-twilio.ts";

interface Diverted {
	ours: MessagingService[];
	/** Some number in them is not ours. */
	shared: MessagingService[];
}

/** Registered numbers (10DLC) are in a Messaging Service, which may keep their texts. */
export function freeTexts(deployment: Deployment): Step {
	const { closing } = deployment;
	const carrier = openCarrier(deployment.twilio);
	return step<Diverted>({
		name: "Messaging Services",
		explain: [
			"Finds Messaging Services that swallow texts to a number on the books, and sets them to the number's own address (Use inbound webhook on number). A service with other numbers in it is only named.",
		],
		find: async () => {
			const sql = "SELECT number FROM phone_numbers";
			const rows = await deployment.cloudflare.query<{ number: string }>(databasePath(deployment), sql);
			const books = new Set(rows.map(({ number }) => number));
			const services = books.size > 0 ? await askTwilio(listMessagingServices(carrier)) : [];
			const diverting = services.filter((service) => isDiverting(service, smsAddress(deployment)));
			const touched = diverting.filter(({ numbers }) => numbers.some((number) => books.has(number)));
			const isOurs = ({ numbers }: MessagingService) => numbers.every((number) => books.has(number));
			return { ours: touched.filter(isOurs), shared: touched.filter((service) => !isOurs(service)) };
		},
		differs: ({ ours, shared }) => {
			for (const { name, id } of shared) {
				const words = `The Messaging Service ${name} (${id}) keeps texts to a number of CloudPBX for itself, and has other numbers in it too: decide about "Use inbound webhook on number" yourself, at console.twilio.com, Messaging, Services, Integration.`;
				if (!closing.includes(words)) closing.push(words);
			}
			return ours.length === 0 ? null : `freeing the texts in ${ours.map(({ name }) => name).join(", ")}`;
		},
		apply: async ({ ours }) => {
			for (const { id } of ours) await askTwilio(leaveTextsToNumbers(carrier, id));
		},
	});
}

export function smsAddress(deployment: Deployment): string {
	const { voice, messaging } = getFact(deployment, "addresses");
	return webhooksOf({ voiceUrl: voice, messagingUrl: messaging, fallbackUrl: "" }).smsUrl;
}
