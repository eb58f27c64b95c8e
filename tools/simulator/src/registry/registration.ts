import { findNumber, isTollFree, type PhoneNumber } from "../numbers.ts";
import { readOptions } from "../options.ts";
import type { A2pCampaign, TollFreeVerification } from "./documents.ts";
import type { RegistryContext } from "./registry-context.ts";
import { createService, findCampaign, findServiceOf, getBrand, moveNumber, setCampaign } from "./services.ts";
import { findVerification, setVerification } from "./verifications.ts";

export const registrations = ["approved", "unverified", "pending", "rejected", "suspended"] as const;
export type Registration = (typeof registrations)[number];

/** Decided by the number's verification or campaign. A number outside the account is `approved`. */
export function readRegistration(ctx: RegistryContext, phoneNumber: string): Registration {
	const number = findNumber(ctx, phoneNumber);
	if (!number) return "approved";
	if (isTollFree(phoneNumber)) {
		const verification = findVerification(ctx, number);
		return verification ? ofVerification[verification.status] : "unverified";
	}
	const service = findServiceOf(ctx, number);
	const campaign = service && findCampaign(ctx, service.sid);
	if (!campaign) return "unverified";
	const brand = getBrand(ctx).status;
	if (brand === "SUSPENDED") return "suspended";
	if (brand !== "APPROVED") return brand === "FAILED" ? "rejected" : "pending";
	return ofCampaign[campaign.status];
}

export function writeRegistration(
	ctx: RegistryContext,
	number: PhoneNumber,
	registration: Registration,
): void {
	if (isTollFree(number.phoneNumber)) {
		setVerification(ctx, number, verificationOf[registration]);
		return;
	}
	const status = campaignOf[registration];
	moveNumber(ctx, number, status && sharedService(ctx, registration, status));
}

export function registerNewNumber(ctx: RegistryContext, number: PhoneNumber): void {
	if (readOptions(ctx.sql).newNumbersAreRegistered) writeRegistration(ctx, number, "approved");
}

export function forgetRegistration(ctx: RegistryContext, number: PhoneNumber): void {
	setVerification(ctx, number, null);
	moveNumber(ctx, number, null);
}

export function registerAllNumbers(ctx: RegistryContext): void {
	getBrand(ctx);
	for (const number of ctx.numbers.list()) writeRegistration(ctx, number, "approved");
}

export function findRegistrationError(ctx: RegistryContext, number: string): number | null {
	const registration = readRegistration(ctx, number);
	if (registration === "approved") return null;
	if (isTollFree(number)) return 30032;
	if (registration === "suspended") return 30033;
	return registration === "pending" ? 30035 : 30034;
}

/** Numbers in one state share a service, because a campaign belongs to a service. */
function sharedService(
	ctx: RegistryContext,
	registration: Registration,
	status: A2pCampaign["status"],
): string {
	const friendlyName = registration === "approved" ? "Simulated texts" : `Simulated texts (${registration})`;
	const known = ctx.services.list([["doc ->> 'friendlyName' = ?", friendlyName]])[0];
	const { sid } = known ?? createService(ctx, { friendlyName, useInboundWebhookOnNumber: true });
	if (!known) setCampaign(ctx, sid, status);
	return sid;
}

const ofVerification: Record<TollFreeVerification["status"], Registration> = {
	PENDING_REVIEW: "pending",
	IN_REVIEW: "pending",
	TWILIO_APPROVED: "approved",
	TWILIO_REJECTED: "rejected",
};

/** A suspended verification does not exist: it is rejected. */
const verificationOf: Record<Registration, TollFreeVerification["status"] | null> = {
	approved: "TWILIO_APPROVED",
	unverified: null,
	pending: "IN_REVIEW",
	rejected: "TWILIO_REJECTED",
	suspended: "TWILIO_REJECTED",
};

const ofCampaign: Record<A2pCampaign["status"], Registration> = {
	PENDING: "pending",
	IN_PROGRESS: "pending",
	VERIFIED: "approved",
	FAILED: "rejected",
	SUSPENDED: "suspended",
};

const campaignOf: Record<Registration, A2pCampaign["status"] | null> = {
	approved: "VERIFIED",
	unverified: null,
	pending: "IN_PROGRESS",
	rejected: "FAILED",
	suspended: "SUSPENDED",
};
