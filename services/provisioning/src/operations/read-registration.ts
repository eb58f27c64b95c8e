import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { RegistrationCheck, SenderRegistration } from "@cloudpbx/contracts/registration";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { runChecks, sortFindings } from "@cloudpbx/domain/diagnosis/check";
import { canText, type SenderFacts, senderChecks } from "@cloudpbx/domain/diagnosis/sender-checks";
import type { CarrierProblem } from "@cloudpbx/twilio/rest/carrier-result";
import { lookAtAccount } from "@cloudpbx/twilio/rest/look-at-account";
import {
	findCampaign,
	listBrands,
	listTollFreeVerifications,
	type RegisteredCampaign,
} from "@cloudpbx/twilio/rest/registrations";
import type { MessagingService } from "@cloudpbx/twilio/rest/services-of-numbers";
import { asc } from "drizzle-orm";
import type { Provisioning } from "../open-provisioning.ts";
import { explainProblem } from "./explain-problem.ts";
import { readServices, routeOf } from "./read-services.ts";

/** Asks the carrier what it knows of each of our numbers as a sender of texts. A handful of requests. */
export async function readRegistration(provisioning: Provisioning): Promise<Result<RegistrationCheck>> {
	const checkedAt = provisioning.now().toISOString();
	const [sight, known] = await Promise.all([
		lookAtAccount(provisioning.account, provisioning.now),
		readSenders(provisioning),
	]);
	if (!known.ok) return { ok: false, error: explainProblem(known.problem) };
	const accountType = sight.kind === "known" && sight.isTrial ? "trial" : "full";
	return accept({ checkedAt, accountType, senders: known.value });
}

/** Every number that we rent, in numerical order. */
export async function readSenders(
	provisioning: Provisioning,
): Promise<{ ok: true; value: SenderRegistration[] } | { ok: false; problem: CarrierProblem }> {
	const { db, carrier } = provisioning;
	const [numbers, verifications, services, brands] = await Promise.all([
		db.select().from(phoneNumbers).orderBy(asc(phoneNumbers.number)),
		listTollFreeVerifications(carrier),
		readServices(provisioning),
		listBrands(carrier),
	]);
	if (!verifications.ok) return verifications;
	if (!services.ok) return services;
	if (!brands.ok) return brands;
	const ours = numbers.flatMap(({ number }) => services.value.get(number) ?? []);
	const campaigns = await readCampaigns(provisioning, new Set(ours.map(({ id }) => id)));
	if (!campaigns.ok) return campaigns;

	const senders = numbers.map((row) => {
		const isTollFree = row.kind === "toll_free";
		const service = services.value.get(row.number) ?? null;
		const campaign = (service && campaigns.value.get(service.id)) ?? null;
		const brandId = campaign?.brandId ?? null;
		// Without a campaign the next step depends on whether the company is registered at all.
		const brand = brandId === null ? bestOf([...brands.value.values()]) : (brands.value.get(brandId) ?? null);
		const facts: SenderFacts = {
			number: row.number,
			kind: row.kind,
			needsCampaign: provisioning.country === "US",
			verification: isTollFree ? (verifications.value.get(row.carrierId ?? "") ?? none) : null,
			service: service && { name: service.name, inbound: routeOf(service, provisioning.webhooks.smsUrl) },
			campaign: isTollFree || !campaign ? null : { status: campaign.status, reason: campaign.reason },
			brand: isTollFree ? null : (brand ?? none),
		};
		return showSender(row.id, facts, service);
	});
	return { ok: true, value: senders };
}

async function readCampaigns({ carrier }: Provisioning, serviceIds: ReadonlySet<string>) {
	const found = new Map<string, RegisteredCampaign>();
	for (const id of serviceIds) {
		const campaign = await findCampaign(carrier, id);
		if (!campaign.ok) return campaign;
		if (campaign.value) found.set(id, campaign.value);
	}
	return { ok: true as const, value: found };
}

function showSender(
	numberId: string,
	facts: SenderFacts,
	service: MessagingService | null,
): SenderRegistration {
	const { number, kind, verification, campaign, brand } = facts;
	const findings = sortFindings(runChecks(senderChecks, facts));
	return {
		numberId,
		number,
		kind,
		canText: canText(facts),
		tollFreeVerification: verification,
		brand,
		campaign: kind === "local" ? (campaign ?? none) : null,
		messagingService:
			service && facts.service
				? { id: service.id, name: service.name, inbound: facts.service.inbound }
				: null,
		findings,
		nextStep: findings[0]?.todo ?? null,
	};
}

const none = { status: "none" as const, reason: null };

const inOrder = ["approved", "pending", "rejected", "suspended", "none"];

/** Of several companies the one that is registered best. */
function bestOf<Brand extends { status: string }>(brands: readonly Brand[]): Brand | null {
	return [...brands].sort((a, b) => inOrder.indexOf(a.status) - inOrder.indexOf(b.status))[0] ?? null;
}
