import * as z from "zod";
import { type CarrierResult, settle } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

/** What the carrier charged. */
export interface DayCost {
	amount: number;
	/** ISO 4217, such as USD. */
	currency: string;
}

const UsagePage = z.object({
	usage_records: z.array(z.object({ price: z.coerce.number(), price_unit: z.string().default("usd") })),
});

/** Of yesterday, in the carrier's time zone (UTC); null when it has no figure for it. One request. */
export function readCostOfYesterday(carrier: Carrier): Promise<CarrierResult<DayCost | null>> {
	return settle(async () => {
		const uri = `/Accounts/${carrier.accountSid}/Usage/Records/Yesterday.json`;
		const params = { Category: "totalprice" };
		const page = UsagePage.parse((await carrier.version.page({ uri, method: "get", params })).body);
		const [total] = page.usage_records;
		return total ? { amount: total.price, currency: total.price_unit.toUpperCase() } : null;
	});
}
