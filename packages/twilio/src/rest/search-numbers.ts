import type { AvailableNumber, NumberKind } from "@cloudpbx/contracts/extensions/numbers";
import { LocalListInstance } from "twilio/lib/rest/api/v2010/account/availablePhoneNumberCountry/local.js";
import { TollFreeListInstance } from "twilio/lib/rest/api/v2010/account/availablePhoneNumberCountry/tollFree.js";
import { type CarrierResult, settle } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface NumberSearch {
	/** ISO 3166-1, such as US. */
	country: string;
	kind: NumberKind;
	areaCode?: string | null;
	/** Digits, letters, `*`. */
	contains?: string;
	countMax: number;
}

/** Numbers that take calls and texts and need no address on file. Empty when there are none. */
export async function searchNumbers(
	carrier: Carrier,
	search: NumberSearch,
): Promise<CarrierResult<AvailableNumber[]>> {
	const result = await settle(async () => {
		const page = await resourceOf(carrier, search).page({
			...(search.areaCode && { areaCode: Number(search.areaCode) }),
			...(search.contains && { contains: search.contains }),
			voiceEnabled: true,
			smsEnabled: true,
			excludeAllAddressRequired: true,
			pageSize: search.countMax,
		});
		return page.instances.map((found) => ({
			number: found.phoneNumber,
			kind: search.kind,
			locality: found.locality || null,
			region: found.region || null,
		}));
	});
	return !result.ok && result.problem.kind === "none_in_area" ? { ok: true, value: [] } : result;
}

/** Both kinds are searched alike; only their classes differ. */
function resourceOf({ version, accountSid }: Carrier, { kind, country }: NumberSearch): LocalListInstance {
	return kind === "local"
		? LocalListInstance(version, accountSid, country)
		: (TollFreeListInstance(version, accountSid, country) as unknown as LocalListInstance);
}
