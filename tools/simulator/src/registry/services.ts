import type { PhoneNumber } from "../numbers.ts";
import { newSid } from "../sid.ts";
import type { A2pCampaign, Brand, MessagingService } from "./documents.ts";
import type { RegistryContext } from "./registry-context.ts";

/** A number is in one service at most. */
export function findServiceOf(ctx: RegistryContext, { sid }: PhoneNumber): MessagingService | null {
	return ctx.services.list().find(({ numberSids }) => numberSids.includes(sid)) ?? null;
}

export function createService(
	ctx: RegistryContext,
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
	ctx.services.save(service);
	return service;
}

/** Moves a number out of its service, into this one. Null: into none. */
export function moveNumber(ctx: RegistryContext, number: PhoneNumber, serviceSid: string | null): void {
	for (const service of ctx.services.list()) {
		const others = service.numberSids.filter((sid) => sid !== number.sid);
		const numberSids = service.sid === serviceSid ? [...others, number.sid] : others;
		if (numberSids.join() !== service.numberSids.join())
			ctx.services.save({ ...service, numberSids, updatedAt: Date.now() });
	}
}

export function deleteService(ctx: RegistryContext, sid: string): void {
	const campaign = findCampaign(ctx, sid);
	if (campaign) ctx.campaigns.delete(campaign.sid);
	ctx.services.delete(sid);
}

export function findCampaign(ctx: RegistryContext, serviceSid: string): A2pCampaign | null {
	return ctx.campaigns.list([["doc ->> 'serviceSid' = ?", serviceSid]])[0] ?? null;
}

/** Null removes the campaign. */
export function setCampaign(
	ctx: RegistryContext,
	serviceSid: string,
	status: A2pCampaign["status"] | null,
): void {
	const known = findCampaign(ctx, serviceSid);
	if (status === null) {
		if (known) ctx.campaigns.delete(known.sid);
		return;
	}
	const now = Date.now();
	ctx.campaigns.save({
		...(known ?? { sid: newSid("QE"), serviceSid, brandSid: getBrand(ctx).sid, createdAt: now }),
		status,
		updatedAt: now,
	});
}

export function getBrand(ctx: RegistryContext): Brand {
	const [known] = ctx.brands.list();
	if (known) return known;
	const now = Date.now();
	const brand: Brand = {
		sid: newSid("BN"),
		status: "APPROVED",
		failureReason: null,
		createdAt: now,
		updatedAt: now,
	};
	ctx.brands.save(brand);
	return brand;
}
