import type { Exchange } from "../context.ts";
import { findNumber, isTollFree, type PhoneNumber } from "../numbers.ts";
import { readOptions } from "../options.ts";
import type { A2pCampaign, TollFreeVerification } from "./documents.ts";
import {
	createService,
	findBrand,
	findCampaign,
	findServiceOf,
	moveNumber,
	setCampaign,
} from "./services.ts";
import { findVerification, setVerification } from "./verifications.ts";

export const registrations = ["approved", "unverified", "pending", "rejected", "suspended"] as const;
/** Whether carriers take texts from a number of the account. */
export type Registration = (typeof registrations)[number];

/** Told by the number's verification or campaign; a number that is none of the account's is nobody's business. */
export function readRegistration(exchange: Exchange, phoneNumber: string): Registration {
	const number = findNumber(exchange, phoneNumber);
	if (!number) return "approved";
	if (isTollFree(phoneNumber)) {
		const verification = findVerification(exchange, number);
		return verification ? ofVerification[verification.status] : "unverified";
	}
	const service = findServiceOf(exchange, number);
	const campaign = service && findCampaign(exchange, service.sid);
	if (!campaign) return "unverified";
	const brand = findBrand(exchange).status;
	if (brand === "SUSPENDED") return "suspended";
	if (brand !== "APPROVED") return brand === "FAILED" ? "rejected" : "pending";
	return ofCampaign[campaign.status];
}

/** Brings a number's verification, or its Messaging Service and campaign, into the state that means this. */
export function writeRegistration(exchange: Exchange, number: PhoneNumber, registration: Registration): void {
	if (isTollFree(number.phoneNumber)) {
		setVerification(exchange, number, verificationOf[registration]);
		return;
	}
	const status = campaignOf[registration];
	moveNumber(exchange, number, status && sharedService(exchange, registration, status));
}

/** A number that is bought may text at once, unless the options say otherwise. */
export function registerNewNumber(exchange: Exchange, number: PhoneNumber): void {
	if (readOptions(exchange.sql).newNumbersAreRegistered) writeRegistration(exchange, number, "approved");
}

/** Nothing is left of the registration of a number that is given back. */
export function forgetRegistration(exchange: Exchange, number: PhoneNumber): void {
	setVerification(exchange, number, null);
	moveNumber(exchange, number, null);
}

/** As after a reset, and as an account has it whose numbers an older network rented out. */
export function registerAllNumbers(exchange: Exchange): void {
	findBrand(exchange);
	for (const number of exchange.numbers.list()) writeRegistration(exchange, number, "approved");
}

/** The carriers' error for a number that may not text; null when it may. */
export function findRegistrationError(exchange: Exchange, number: string): number | null {
	const registration = readRegistration(exchange, number);
	if (registration === "approved") return null;
	if (isTollFree(number)) return 30032;
	if (registration === "suspended") return 30033;
	return registration === "pending" ? 30035 : 30034;
}

/** Numbers in one state share a service, since a campaign is a service's. */
function sharedService(
	exchange: Exchange,
	registration: Registration,
	status: A2pCampaign["status"],
): string {
	const friendlyName = registration === "approved" ? "Simulated texts" : `Simulated texts (${registration})`;
	const known = exchange.services.list([["doc ->> 'friendlyName' = ?", friendlyName]])[0];
	const { sid } = known ?? createService(exchange, { friendlyName, useInboundWebhookOnNumber: true });
	if (!known) setCampaign(exchange, sid, status);
	return sid;
}

const ofVerification: Record<TollFreeVerification["status"], Registration> = {
	PENDING_REVIEW: "pending",
	IN_REVIEW: "pending",
	TWILIO_APPROVED: "approved",
	TWILIO_REJECTED: "rejected",
};

/** A verification is never suspended: it is rejected afterwards. */
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
