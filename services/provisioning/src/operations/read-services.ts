import type { InboundRoute } from "@cloudpbx/contracts/registration";
import type { CarrierResult } from "@cloudpbx/twilio/rest/carrier-result";
import { listMessagingServices, type MessagingService } from "@cloudpbx/twilio/rest/services-of-numbers";
import type { Provisioning } from "../open-provisioning.ts";

/** The Messaging Service of each number that is in one. One request, and one for each service. */
export async function readServices({
	carrier,
}: Pick<Provisioning, "carrier">): Promise<CarrierResult<Map<string, MessagingService>>> {
	const services = await listMessagingServices(carrier);
	if (!services.ok) return services;
	const byNumber = services.value.flatMap((service) =>
		service.numbers.map((number) => [number, service] as const),
	);
	return { ok: true, value: new Map(byNumber) };
}

/** Where a service's texts go. */
export function routeOf(
	{ leavesTextsToNumbers, inboundUrl, isInboundPosted }: MessagingService,
	smsUrl: string,
): InboundRoute {
	if (leavesTextsToNumbers) return "number";
	if (inboundUrl === null) return "nowhere";
	return inboundUrl === smsUrl && isInboundPosted ? "here" : "elsewhere";
}
