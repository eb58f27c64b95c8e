import * as z from "zod";
import { askAccount, deleteFromAccount, readPages } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult, toDeletionResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";
import { NumberResource, type NumberWebhooks, type RentedNumber, toWebhookForm } from "./rented-number.ts";

/** The carrier's maximum (twilio.com/docs/usage/twilios-response, paging). */
const pageSizeMax = 1000;
/** Ends a list whose page names itself as the next one. */
const pagesMax = 200;

/** Reads every page. */
export function listRentedNumbers(carrier: Carrier): Promise<CarrierResult<RentedNumber[]>> {
	return toCarrierResult(() => list(carrier, { PageSize: pageSizeMax }));
}

/** Null: the account does not rent it. */
export function findRentedNumber(
	carrier: Carrier,
	number: string,
): Promise<CarrierResult<RentedNumber | null>> {
	return toCarrierResult(async () => {
		// The filter also matches parts of numbers.
		const found = await list(carrier, { PhoneNumber: number });
		return found.find((rented) => rented.number === number) ?? null;
	});
}

/** Rents a number with its webhooks. After `unknown_outcome` look for the number first. */
export function rentNumber(
	carrier: Carrier,
	order: { number: string; label: string; webhooks: NumberWebhooks },
): Promise<CarrierResult<RentedNumber>> {
	const form = { PhoneNumber: order.number, FriendlyName: order.label, ...toWebhookForm(order.webhooks) };
	return toCarrierResult(() =>
		askAccount(carrier, { method: "post", path: "/IncomingPhoneNumbers.json", form }, NumberResource),
	);
}

/** Sets the webhooks and removes an application or trunk. Idempotent. */
export function pointNumber(
	carrier: Carrier,
	number: RentedNumber,
	webhooks: NumberWebhooks,
): Promise<CarrierResult<RentedNumber>> {
	const clearing = number.isOverridden
		? { VoiceApplicationSid: "", TrunkSid: "", SmsApplicationSid: "" }
		: {};
	const form = { ...toWebhookForm(webhooks), ...clearing };
	return toCarrierResult(() =>
		askAccount(carrier, { method: "post", path: pathOf(number.carrierId), form }, NumberResource),
	);
}

/** A number that the carrier no longer has counts as returned. */
export function returnNumber(carrier: Carrier, carrierId: string): Promise<CarrierResult<null>> {
	return toDeletionResult(() => deleteFromAccount(carrier, pathOf(carrierId)));
}

function pathOf(carrierId: string): string {
	return `/IncomingPhoneNumbers/${carrierId}.json`;
}

const NumberPage = z.object({
	incoming_phone_numbers: z.array(NumberResource),
	next_page_uri: z.string().nullish(),
});

async function list(carrier: Carrier, query: Record<string, unknown>): Promise<RentedNumber[]> {
	const pages = readPages(carrier, { path: "/IncomingPhoneNumbers.json", query, pagesMax }, NumberPage);
	const numbers: RentedNumber[] = [];
	for await (const page of pages) numbers.push(...page.incoming_phone_numbers);
	return numbers;
}
