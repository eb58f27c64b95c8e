import type { HttpMethod } from "../webhooks/request.ts";

export type MessageStatus =
	| "queued"
	| "sending"
	| "sent"
	| "delivered"
	| "undelivered"
	| "failed"
	| "received";

export interface Fate {
	status: MessageStatus & ("delivered" | "undelivered" | "failed");
	errorCode: number | null;
}

export interface StatusCallback {
	url: string;
	method: HttpMethod;
}

/** Instants are real milliseconds since 1970; `acceptedClockMs` is network time. */
export interface Message {
	sid: string;
	from: string;
	to: string;
	body: string;
	/** `direct` goes between two virtual phones; the account does not see it. */
	direction: "inbound" | "outbound-api" | "outbound-reply" | "direct";
	status: MessageStatus;
	errorCode: number | null;
	segments: number;
	mediaUrls: string[];
	mediaCount: number;
	createdAt: number;
	updatedAt: number;
	sentAt: number | null;
	/** The date in lists: the acceptance, then the sending. */
	datedAt: number;
	acceptedClockMs: number;
	statusCallback: StatusCallback | null;
	validitySeconds: number;
	/** Null until the carrier takes the text. */
	fate: Fate | null;
	webhookToken: string;
	/** True while the text is on its way or the application is not asked yet. */
	isUnfinished: boolean;
	/** Shown by REST. False between two phones, for the network's own texts and after a DELETE. */
	isListed: boolean;
	/** REST has removed the body. The phone keeps it. */
	isRedacted: boolean;
}

export interface Media {
	sid: string;
	messageSid: string;
	contentType: string;
	createdAt: number;
}

/** UTF-16 units: error 21617. */
export const bodyCharactersMax = 1600;
export const mediaMax = 10;

export function isFinal(status: MessageStatus): boolean {
	return status !== "queued" && status !== "sending" && status !== "sent";
}
