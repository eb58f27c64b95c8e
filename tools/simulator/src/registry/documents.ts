import type { HttpMethod } from "../webhooks/request.ts";

export interface MessagingService {
	sid: string;
	friendlyName: string;
	/** Texts go to the number's address. Otherwise to `inboundRequestUrl`, and without one nowhere. */
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

export interface Brand {
	sid: string;
	status: (typeof brandStatuses)[number];
	failureReason: string | null;
	createdAt: number;
	updatedAt: number;
}

export const campaignStatuses = ["PENDING", "IN_PROGRESS", "VERIFIED", "FAILED", "SUSPENDED"] as const;

export interface A2pCampaign {
	sid: string;
	serviceSid: string;
	brandSid: string;
	status: (typeof campaignStatuses)[number];
	createdAt: number;
	updatedAt: number;
}

export interface Alert {
	sid: string;
	errorCode: string;
	logLevel: "error" | "warning" | "notice" | "debug";
	text: string;
	resourceSid: string | null;
	createdAt: number;
}
