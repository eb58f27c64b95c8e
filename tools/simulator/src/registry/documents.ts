import type { HttpMethod } from "../webhooks/request.ts";

/** A Messaging Service; its numbers are named by their sids. */
export interface MessagingService {
	sid: string;
	friendlyName: string;
	/** Texts go where the number says; otherwise to `inboundRequestUrl`, and without one nowhere. */
	useInboundWebhookOnNumber: boolean;
	inboundRequestUrl: string | null;
	inboundMethod: HttpMethod;
	fallbackUrl: string | null;
	fallbackMethod: HttpMethod;
	statusCallback: string | null;
	numberSids: string[];
	createdAt: number;
	updatedAt: number;
}

export const verificationStatuses = [
	"PENDING_REVIEW",
	"IN_REVIEW",
	"TWILIO_APPROVED",
	"TWILIO_REJECTED",
] as const;

/** What was handed in so that a toll-free number may text. */
export interface TollFreeVerification {
	sid: string;
	numberSid: string;
	status: (typeof verificationStatuses)[number];
	rejectionReason: string | null;
	createdAt: number;
	updatedAt: number;
}

export const brandStatuses = [
	"PENDING",
	"APPROVED",
	"FAILED",
	"IN_REVIEW",
	"DELETION_PENDING",
	"DELETION_FAILED",
	"SUSPENDED",
] as const;

/** The company as the networks know it. */
export interface Brand {
	sid: string;
	status: (typeof brandStatuses)[number];
	failureReason: string | null;
	createdAt: number;
	updatedAt: number;
}

export const campaignStatuses = ["PENDING", "IN_PROGRESS", "VERIFIED", "FAILED", "SUSPENDED"] as const;

/** What the numbers of a Messaging Service text, as the networks know it. */
export interface A2pCampaign {
	sid: string;
	serviceSid: string;
	brandSid: string;
	status: (typeof campaignStatuses)[number];
	createdAt: number;
	updatedAt: number;
}

/** An entry of the account's error log. */
export interface Alert {
	sid: string;
	errorCode: string;
	logLevel: "error" | "warning" | "notice" | "debug";
	text: string;
	resourceSid: string | null;
	createdAt: number;
}
