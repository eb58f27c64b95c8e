import {
	type DivertingService,
	listDivertingServices,
	useWebhooksOfNumbers,
} from "@cloudpbx/twilio/rest/messaging-services";
import { type Deployment, databasePath } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";
import { askTwilio } from "./ask-twilio.ts";

interface Diverted {
	/** Every number in them is on our books. */
	ours: DivertingService[];
	/** Some number in them is somebody else's business. */
	shared: DivertingService[];
}

/** Numbers that are registered (10DLC) are in a Messaging Service, which may keep their texts for itself. */
export function freeTexts(deployment: Deployment): Step {
	const { twilio, closing } = deployment;
	return step<Diverted>({
		name: "Messaging Services",
		explain: [
			"Finds Messaging Services that swallow texts to a number on the books, and sets them to the number's own address (Use inbound webhook on number). A service with other numbers in it is only named.",
		],
		find: async () => {
			const sql = "SELECT carrier_id FROM phone_numbers WHERE carrier_id IS NOT NULL";
			const rows = await deployment.cloudflare.query<{ carrier_id: string }>(databasePath(deployment), sql);
			const books = new Set(rows.map(({ carrier_id }) => carrier_id));
			const diverting = books.size > 0 ? await askTwilio(listDivertingServices(twilio)) : [];
			const touched = diverting.filter(({ numberSids }) => numberSids.some((sid) => books.has(sid)));
			const isOurs = ({ numberSids }: DivertingService) => numberSids.every((sid) => books.has(sid));
			return { ours: touched.filter(isOurs), shared: touched.filter((service) => !isOurs(service)) };
		},
		differs: ({ ours, shared }) => {
			for (const { name, serviceSid } of shared) {
				const words = `The Messaging Service ${name} (${serviceSid}) keeps texts to a number of CloudPBX for itself, and has other numbers in it too: decide about "Use inbound webhook on number" yourself, at console.twilio.com, Messaging, Services, Integration.`;
				if (!closing.includes(words)) closing.push(words);
			}
			return ours.length === 0 ? null : `freeing the texts in ${ours.map(({ name }) => name).join(", ")}`;
		},
		apply: async ({ ours }) => {
			for (const { serviceSid } of ours) await askTwilio(useWebhooksOfNumbers(twilio, serviceSid));
		},
	});
}
