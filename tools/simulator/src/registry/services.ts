import type { Exchange } from "../context.ts";
import type { PhoneNumber } from "../numbers.ts";
import { newSid } from "../sid.ts";
import type { A2pCampaign, Brand, MessagingService } from "./documents.ts";

/** The service that a number is in; a number is in one at most. */
export function findServiceOf(exchange: Exchange, { sid }: PhoneNumber): MessagingService | null {
	return exchange.services.list().find(({ numberSids }) => numberSids.includes(sid)) ?? null;
}

export function createService(
	exchange: Exchange,
	known: Pick<MessagingService, "friendlyName"> & Partial<MessagingService>,
): MessagingService {
	const now = Date.now();
	const service: MessagingService = {
		sid: newSid("MG"),
		useInboundWebhookOnNumber: false,
		inboundRequestUrl: null,
		inboundMethod: "POST",
		fallbackUrl: null,
		fallbackMethod: "POST",
		statusCallback: null,
		numberSids: [],
		createdAt: now,
		updatedAt: now,
		...known,
	};
	exchange.services.save(service);
	return service;
}

/** Into this service and out of any other; null: into none. */
export function moveNumber(exchange: Exchange, number: PhoneNumber, serviceSid: string | null): void {
	for (const service of exchange.services.list()) {
		const others = service.numberSids.filter((sid) => sid !== number.sid);
		const numberSids = service.sid === serviceSid ? [...others, number.sid] : others;
		if (numberSids.join() !== service.numberSids.join())
			exchange.services.save({ ...service, numberSids, updatedAt: Date.now() });
	}
}

/** Its numbers are in no service afterwards. */
export function deleteService(exchange: Exchange, sid: string): void {
	const campaign = findCampaign(exchange, sid);
	if (campaign) exchange.campaigns.delete(campaign.sid);
	exchange.services.delete(sid);
}

export function findCampaign(exchange: Exchange, serviceSid: string): A2pCampaign | null {
	return exchange.campaigns.list([["doc ->> 'serviceSid' = ?", serviceSid]])[0] ?? null;
}

/** Null takes the campaign away. */
export function setCampaign(
	exchange: Exchange,
	serviceSid: string,
	status: A2pCampaign["status"] | null,
): void {
	const known = findCampaign(exchange, serviceSid);
	if (status === null) {
		if (known) exchange.campaigns.delete(known.sid);
		return;
	}
	const now = Date.now();
	exchange.campaigns.save({
		...(known ?? { sid: newSid("QE"), serviceSid, brandSid: findBrand(exchange).sid, createdAt: now }),
		status,
		updatedAt: now,
	});
}

/** The account's brand; approved unless the control API said otherwise. */
export function findBrand(exchange: Exchange): Brand {
	const [known] = exchange.brands.list();
	if (known) return known;
	const now = Date.now();
	const brand: Brand = {
		sid: newSid("BN"),
		status: "APPROVED",
		failureReason: null,
		createdAt: now,
		updatedAt: now,
	};
	exchange.brands.save(brand);
	return brand;
}
