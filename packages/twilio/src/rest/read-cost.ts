import * as z from "zod";
import { askAccount } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface DayCost {
	amount: number;
	/** ISO 4217, such as USD. */
	currency: string;
}

const UsagePage = z.object({
	usage_records: z.array(z.object({ price: z.coerce.number(), price_unit: z.string().default("usd") })),
});

/** The day is UTC; null: no figure. One request. */
export function readCostOfYesterday(carrier: Carrier): Promise<CarrierResult<DayCost | null>> {
	return toCarrierResult(async () => {
		const query = { Category: "totalprice" };
		const path = "/Usage/Records/Yesterday.json";
		const page = await askAccount(carrier, { method: "get", path, query }, UsagePage);
		const [total] = page.usage_records;
		return total ? { amount: total.price, currency: total.price_unit.toUpperCase() } : null;
	});
}
