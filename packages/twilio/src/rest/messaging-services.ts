import * as z from "zod";
import type { CarrierAccount } from "../fetch-recording.ts";
import { type CarrierResult, unknownOutcome } from "./carrier-result.ts";
import { requestProduct } from "./request-product.ts";

/**
 * A Messaging Service that does not ask a number's own address what to do with a text: it asks one of its own, and without one
 * the text is dropped without a trace (twilio.com/docs/messaging/api/service-resource, UseInboundWebhookOnNumber).
 */
export interface DivertingService {
	serviceSid: string;
	name: string;
	/** The numbers in it, by the carrier's ids. */
	numberSids: string[];
}

const ServicePage = z.object({
	services: z.array(
		z.object({
			sid: z.string(),
			friendly_name: z.string().nullish(),
			use_inbound_webhook_on_number: z.boolean().nullish(),
		}),
	),
});
const NumberPage = z.object({ phone_numbers: z.array(z.object({ sid: z.string() })) });

const pageSizeMax = 1000;

/** Those with numbers in them. An account has a handful of services. */
export async function listDivertingServices(
	account: CarrierAccount,
): Promise<CarrierResult<DivertingService[]>> {
	const services = await readPage(account, "/v1/Services", ServicePage);
	if (!services.ok) return services;
	const diverting: DivertingService[] = [];
	for (const service of services.value.services) {
		if (service.use_inbound_webhook_on_number === true) continue;
		const numbers = await readPage(account, `/v1/Services/${service.sid}/PhoneNumbers`, NumberPage);
		if (!numbers.ok) return numbers;
		const numberSids = numbers.value.phone_numbers.map(({ sid }) => sid);
		if (numberSids.length > 0) {
			diverting.push({ serviceSid: service.sid, name: service.friendly_name ?? "", numberSids });
		}
	}
	return { ok: true, value: diverting };
}

/** From now on texts to the numbers of this service come to the numbers' own addresses. Repeating it is safe. */
export async function useWebhooksOfNumbers(
	account: CarrierAccount,
	serviceSid: string,
): Promise<CarrierResult<null>> {
	const result = await requestProduct(account, "messaging", {
		path: `/v1/Services/${serviceSid}`,
		method: "post",
		form: { UseInboundWebhookOnNumber: true },
	});
	return result.ok ? { ok: true, value: null } : result;
}

async function readPage<Value>(
	account: CarrierAccount,
	path: string,
	schema: z.ZodType<Value>,
): Promise<CarrierResult<Value>> {
	const result = await requestProduct(account, "messaging", {
		path,
		method: "get",
		query: { PageSize: pageSizeMax },
	});
	if (!result.ok) return result;
	const page = schema.safeParse(result.value);
	return page.success ? { ok: true, value: page.data } : { ok: false, problem: unknownOutcome };
}
