import { IncomingPhoneNumberListInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import { type CarrierResult, settle } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";
import { type NumberWebhooks, type RentedNumber, readRentedNumber, webhookParams } from "./rented-number.ts";

/** The carrier's largest page (twilio.com/docs/usage/twilios-response, paging). */
const pageSizeMax = 1000;

/** Every number of the account. */
export function listRentedNumbers(carrier: Carrier): Promise<CarrierResult<RentedNumber[]>> {
	return settle(async () => {
		const instances = await numbersOf(carrier).list({ pageSize: pageSizeMax });
		return instances.map(readRentedNumber);
	});
}

/** The account's number with these digits; null when it is not ours. */
export function findRentedNumber(
	carrier: Carrier,
	number: string,
): Promise<CarrierResult<RentedNumber | null>> {
	return settle(async () => {
		// The filter also finds parts of numbers.
		const instances = await numbersOf(carrier).list({ phoneNumber: number });
		return instances.map(readRentedNumber).find((rented) => rented.number === number) ?? null;
	});
}

/**
 * Rents exactly this number and points it here in the same request. The carrier has no idempotency key; the number
 * itself is one, since it can be rented only once: after `unknown_outcome` look for it before anything else.
 */
export function rentNumber(
	carrier: Carrier,
	order: { number: string; label: string; webhooks: NumberWebhooks },
): Promise<CarrierResult<RentedNumber>> {
	return settle(async () =>
		readRentedNumber(
			await numbersOf(carrier).create({
				phoneNumber: order.number,
				friendlyName: order.label,
				...webhookParams(order.webhooks),
			}),
		),
	);
}

/** Points a number here and takes away what would win over the webhooks. Repeating it is safe. */
export function pointNumber(
	carrier: Carrier,
	number: RentedNumber,
	webhooks: NumberWebhooks,
): Promise<CarrierResult<RentedNumber>> {
	const clearing = number.isOverridden
		? { voiceApplicationSid: "", trunkSid: "", smsApplicationSid: "" }
		: {};
	return settle(async () =>
		readRentedNumber(
			await numbersOf(carrier)
				.get(number.carrierId)
				.update({ ...webhookParams(webhooks), ...clearing }),
		),
	);
}

/** Gives a number back. One that the carrier no longer has counts as given back. */
export async function returnNumber(carrier: Carrier, carrierId: string): Promise<CarrierResult<null>> {
	const result = await settle(() => numbersOf(carrier).get(carrierId).remove());
	return result.ok || result.problem.kind === "not_found" ? { ok: true, value: null } : result;
}

function numbersOf({ version, accountSid }: Carrier) {
	return IncomingPhoneNumberListInstance(version, accountSid);
}
