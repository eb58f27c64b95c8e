import { seedMainNumber } from "@cloudpbx/service-provisioning/seed-main-number";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { findDrift, type NumberWebhooks, type RentedNumber } from "@cloudpbx/twilio/rest/rented-number";
import { pointNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { type Deployment, databasePath } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";
import { askTwilio } from "./ask-twilio.ts";
import { getMainNumber } from "./check-twilio.ts";
import { wantedWebhooks } from "./wanted-webhooks.ts";

interface MainNumber {
	there: RentedNumber;
	drift: (keyof NumberWebhooks)[];
	isOnBooks: boolean;
}

export function adoptMainNumber(deployment: Deployment): Step {
	const { tollFreeNumber } = deployment.answers;
	return step<MainNumber | null>({
		name: tollFreeNumber ? `Main number ${tollFreeNumber}` : "Main number",
		explain: [
			...(tollFreeNumber ? [] : ["With a number (TWILIO_TOLL_FREE_NUMBER), which was not given:"]),
			"Points its calls, their end, its texts and its fallback here, and reads them back. Puts it on the books: it answers with the company's menu.",
		],
		find: async () => {
			if (!tollFreeNumber) return null;
			const there = await getMainNumber(deployment);
			const sql = "SELECT id FROM phone_numbers WHERE number = ?";
			const rows = await deployment.cloudflare.query(databasePath(deployment), sql, [tollFreeNumber]);
			return { there, drift: findDrift(there, wantedWebhooks(deployment)), isOnBooks: rows.length > 0 };
		},
		differs: (found) => {
			if (!found) return null;
			const { drift, isOnBooks } = found;
			if (drift.length > 0) return `pointing ${drift.join(", ")} here`;
			return isOnBooks ? null : "putting it on the books";
		},
		apply: async (found) => {
			if (!found) return;
			const { there, drift, isOnBooks } = found;
			if (drift.length > 0)
				await askTwilio(pointNumber(openCarrier(deployment.twilio), there, wantedWebhooks(deployment)));
			if (isOnBooks) return;
			const { sql, params } = seedMainNumber(tollFreeNumber, there.carrierId);
			await deployment.cloudflare.query(databasePath(deployment), sql, params);
		},
	});
}
