import * as z from "zod";
import type { CarrierAccount } from "../fetch-recording.ts";
import { CarrierFailure, type CarrierResult, settle, unknownOutcome } from "./carrier-result.ts";
import { defaultCarrierOptions, requestCarrier } from "./request-carrier.ts";

const AccountResource = z
	.object({ status: z.string(), type: z.string(), friendly_name: z.string().default("") })
	.transform(({ status, type, friendly_name }) => ({
		/** False when it is suspended or closed. */
		isActive: status === "active",
		/** A trial calls and texts verified numbers only, and says so before each call and in each text. */
		isTrial: type === "Trial",
		name: friendly_name,
	}));
export type FetchedAccount = z.infer<typeof AccountResource>;

/** The account that the credentials open. */
export function fetchAccount(account: CarrierAccount): Promise<CarrierResult<FetchedAccount>> {
	return settle(async () => {
		const path = `/2010-04-01/Accounts/${account.accountSid}.json`;
		const body = await requestCarrier(account, defaultCarrierOptions, { path, method: "get" });
		const read = AccountResource.safeParse(body);
		if (!read.success) throw new CarrierFailure(unknownOutcome);
		return read.data;
	});
}
