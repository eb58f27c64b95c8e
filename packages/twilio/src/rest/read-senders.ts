import type { NumberKind } from "@cloudpbx/contracts/extensions/numbers";
import type { Registered, RegistrationStatus } from "@cloudpbx/contracts/extensions/registration";
import type { SenderFacts } from "@cloudpbx/domain/diagnosis/sender-checks";
import type { CarrierResult } from "./carrier-result.ts";
import { findServicesOfNumbers, type MessagingService, routeOfService } from "./messaging-services.ts";
import type { Carrier } from "./open-carrier.ts";
import {
	findCampaign,
	listBrands,
	listTollFreeVerifications,
	type RegisteredCampaign,
} from "./registrations.ts";

export interface Sender {
	id: string;
	number: string;
	kind: NumberKind;
	/** Null: unknown, like its verification. */
	carrierId: string | null;
}

export interface KnownSender {
	facts: SenderFacts;
	service: MessagingService | null;
}

/** Reads the carrier's facts about our sending numbers in a few requests. */
export async function readSenders(
	carrier: Carrier,
	senders: readonly Sender[],
	{ country, smsUrl }: { country: string; smsUrl: string },
): Promise<CarrierResult<KnownSender[]>> {
	const [verifications, services, brands] = await Promise.all([
		listTollFreeVerifications(carrier),
		findServicesOfNumbers(carrier),
		listBrands(carrier),
	]);
	if (!verifications.ok) return verifications;
	if (!services.ok) return services;
	if (!brands.ok) return brands;
	const ours = senders.flatMap(({ number }) => services.value.get(number)?.id ?? []);
	const campaigns = await findCampaigns(carrier, new Set(ours));
	if (!campaigns.ok) return campaigns;

	const known = senders.map(({ id, number, kind, carrierId }): KnownSender => {
		const isTollFree = kind === "toll_free";
		const service = services.value.get(number) ?? null;
		const campaign = (service && campaigns.value.get(service.id)) ?? null;
		const brandId = campaign?.brandId ?? null;
		// Without a campaign the next step depends on the company's registration.
		const brand = brandId === null ? bestOf([...brands.value.values()]) : brands.value.get(brandId);
		const facts: SenderFacts = {
			id,
			number,
			kind,
			needsCampaign: country === "US",
			verification: isTollFree ? (verifications.value.get(carrierId ?? "") ?? nothing) : null,
			service: service && { name: service.name, inbound: routeOfService(service, smsUrl) },
			campaign: isTollFree || !campaign ? null : { status: campaign.status, reason: campaign.reason },
			brand: isTollFree ? null : (brand ?? nothing),
		};
		return { facts, service };
	});
	return { ok: true, value: known };
}

async function findCampaigns(
	carrier: Carrier,
	serviceIds: ReadonlySet<string>,
): Promise<CarrierResult<Map<string, RegisteredCampaign>>> {
	const found = new Map<string, RegisteredCampaign>();
	for (const id of serviceIds) {
		const campaign = await findCampaign(carrier, id);
		if (!campaign.ok) return campaign;
		if (campaign.value) found.set(id, campaign.value);
	}
	return { ok: true, value: found };
}

const nothing: Registered = { status: "none", reason: null };

const bestFirst: readonly RegistrationStatus[] = ["approved", "pending", "rejected", "suspended", "none"];

function bestOf(brands: readonly Registered[]): Registered | undefined {
	return [...brands].sort((a, b) => bestFirst.indexOf(a.status) - bestFirst.indexOf(b.status))[0];
}
