import type { AvailableNumber, NumberKind } from "@cloudpbx/contracts/extensions/numbers";
import * as z from "zod";
import { askAccount } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface NumberSearch {
	country: string;
	kind: NumberKind;
	areaCode?: string | null;
	/** Digits, letters, `*`. */
	contains?: string;
	countMax: number;
}

const AvailablePage = z.object({
	available_phone_numbers: z.array(
		z.object({ phone_number: z.string(), locality: z.string().nullish(), region: z.string().nullish() }),
	),
});

/** Numbers with calls and texts that need no address on file. */
export async function searchNumbers(
	carrier: Carrier,
	search: NumberSearch,
): Promise<CarrierResult<AvailableNumber[]>> {
	const result = await toCarrierResult(async () => {
		const path = `/AvailablePhoneNumbers/${search.country}/${search.kind === "local" ? "Local" : "TollFree"}.json`;
		const query = {
			...(search.areaCode && { AreaCode: Number(search.areaCode) }),
			...(search.contains && { Contains: search.contains }),
			SmsEnabled: true,
			VoiceEnabled: true,
			ExcludeAllAddressRequired: true,
			PageSize: search.countMax,
		};
		const page = await askAccount(carrier, { method: "get", path, query }, AvailablePage);
		return page.available_phone_numbers.map((found) => ({
			number: found.phone_number,
			kind: search.kind,
			locality: found.locality || null,
			region: found.region || null,
		}));
	});
	return !result.ok && result.problem.kind === "none_in_area" ? { ok: true, value: [] } : result;
}
