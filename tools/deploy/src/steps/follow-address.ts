import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { findDrift, type RentedNumber } from "@cloudpbx/twilio/rest/rented-number";
import { listRentedNumbers, pointNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { type Deployment, databasePath } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";
import { askTwilio } from "./ask-twilio.ts";
import { wantedWebhooks } from "./wanted-webhooks.ts";

/** A number with this path came to an earlier address of ours. */
const ourPath = /^https?:\/\/[^/]+\/ivr\/inbound$/;

/** Moves extensions' numbers to a new address, except those that lead elsewhere. */
export function followAddress(deployment: Deployment): Step {
	return step<RentedNumber[]>({
		name: "Numbers of extensions",
		explain: [
			"When the addresses are new: points every number on the books to them. One that was led elsewhere by hand stays so; the dashboard shows it under Numbers.",
		],
		find: async () => {
			const sql =
				"SELECT carrier_id FROM phone_numbers WHERE carrier_id IS NOT NULL AND releasing_at IS NULL";
			const rows = await deployment.cloudflare.query<{ carrier_id: string }>(databasePath(deployment), sql);
			if (rows.length === 0) return [];
			const ours = new Set(rows.map(({ carrier_id }) => carrier_id));
			const rented = await askTwilio(listRentedNumbers(openCarrier(deployment.twilio)));
			const wanted = wantedWebhooks(deployment);
			return rented.filter(
				(number) =>
					ours.has(number.carrierId) &&
					!number.isOverridden &&
					ourPath.test(number.webhooks.voiceUrl) &&
					findDrift(number, wanted).length > 0,
			);
		},
		differs: (numbers) =>
			numbers.length === 0 ? null : `pointing ${numbers.map(({ number }) => number).join(", ")} here`,
		apply: async (numbers) => {
			const carrier = openCarrier(deployment.twilio);
			const wanted = wantedWebhooks(deployment);
			for (const number of numbers) await askTwilio(pointNumber(carrier, number, wanted));
		},
	});
}
