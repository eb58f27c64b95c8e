import type { InboundRoute } from "@cloudpbx/contracts/extensions/registration";
import * as z from "zod";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import { listProduct } from "./list-product.ts";
import type { Carrier } from "./open-carrier.ts";

/** See twilio.com/docs/messaging/services. */
export interface MessagingService {
	id: string;
	name: string;
	/** Otherwise texts go to `inboundUrl`, or are dropped without one. */
	leavesTextsToNumbers: boolean;
	inboundUrl: string | null;
	isInboundPosted: boolean;
	numbers: string[];
}

const ServiceResource = z.object({
	sid: z.string().regex(/^MG[0-9a-f]{32}$/i),
	friendly_name: z.string().nullish(),
	use_inbound_webhook_on_number: z.boolean().nullish(),
	inbound_request_url: z.string().nullish(),
	inbound_method: z.string().nullish(),
});

const MemberResource = z.object({ phone_number: z.string() });

/** One request, and one per service. */
export function listMessagingServices(carrier: Carrier): Promise<CarrierResult<MessagingService[]>> {
	return toCarrierResult(async () => {
		const path = "/v1/Services";
		const services = await listProduct(carrier, "messaging", { path, key: "services" }, ServiceResource);
		return Promise.all(
			services.map(async (service) => {
				const list = { path: `${path}/${service.sid}/PhoneNumbers`, key: "phone_numbers" };
				const members = await listProduct(carrier, "messaging", list, MemberResource);
				return {
					id: service.sid,
					name: service.friendly_name ?? "",
					leavesTextsToNumbers: service.use_inbound_webhook_on_number ?? false,
					inboundUrl: service.inbound_request_url || null,
					isInboundPosted: (service.inbound_method ?? "POST").toUpperCase() === "POST",
					numbers: members.map(({ phone_number }) => phone_number),
				};
			}),
		);
	});
}

/** The Messaging Service by number. */
export async function findServicesOfNumbers(
	carrier: Carrier,
): Promise<CarrierResult<Map<string, MessagingService>>> {
	const services = await listMessagingServices(carrier);
	if (!services.ok) return services;
	const byNumber = services.value.flatMap((service) =>
		service.numbers.map((number) => [number, service] as const),
	);
	return { ok: true, value: new Map(byNumber) };
}

/** Where a service's texts go. `smsUrl` is our address. */
export function routeOfService(
	{ leavesTextsToNumbers, inboundUrl, isInboundPosted }: MessagingService,
	smsUrl: string,
): InboundRoute {
	if (leavesTextsToNumbers) return "number";
	if (inboundUrl === null) return "nowhere";
	return inboundUrl === smsUrl && isInboundPosted ? "here" : "elsewhere";
}

/** Whether texts to the service's numbers do not reach us. */
export function isDiverting(service: MessagingService, smsUrl: string): boolean {
	return ["nowhere", "elsewhere"].includes(routeOfService(service, smsUrl));
}

/** Makes a service leave texts to its numbers' webhooks. Idempotent. */
export function leaveTextsToNumbers(carrier: Carrier, serviceId: string): Promise<CarrierResult<null>> {
	return toCarrierResult(async () => {
		const form = { UseInboundWebhookOnNumber: true };
		await carrier.ask("messaging", { method: "post", path: `/v1/Services/${serviceId}`, form });
		return null;
	});
}
