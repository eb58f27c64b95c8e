import type { HttpMethod } from "../webhooks/request.ts";

export type MessageStatus =
	| "queued"
	| "sending"
	| "sent"
	| "delivered"
	| "undelivered"
	| "failed"
	| "received";

/** How a text ends. */
export interface Fate {
	status: MessageStatus & ("delivered" | "undelivered" | "failed");
	errorCode: number | null;
}

export interface StatusCallback {
	url: string;
	method: HttpMethod;
}

/** A text, as it is remembered. Instants are real milliseconds since 1970. */
export interface Message {
	sid: string;
	from: string;
	to: string;
	body: string;
	/** `direct` goes from one virtual phone to another without touching the account. */
	direction: "inbound" | "outbound-api" | "outbound-reply" | "direct";
	status: MessageStatus;
	errorCode: number | null;
	segments: number;
	/** Addresses of what is to be fetched and sent along. */
	mediaUrls: string[];
	mediaCount: number;
	createdAt: number;
	updatedAt: number;
	sentAt: number | null;
	/** By which lists find it: the acceptance, until it is sent. */
	datedAt: number;
	/** Network time of the acceptance. */
	acceptedClockMs: number;
	statusCallback: StatusCallback | null;
	/** How long it may wait in the queue. */
	validitySeconds: number;
	/** Decided when the carrier takes the text over. */
	fate: Fate | null;
	/** Token of the request that tells the application of an inbound text. */
	webhookToken: string;
	/** Whether the network still owes something: a way to the phone, or a question to the application. */
	isUnfinished: boolean;
	/** Whether REST shows it: not between two phones, not the network's own texts, not after a DELETE. */
	isListed: boolean;
	/** Whether the body was removed by REST; the phone that has the text keeps it. */
	isRedacted: boolean;
}

/** A file that came or went with a text. */
export interface Media {
	sid: string;
	messageSid: string;
	contentType: string;
	createdAt: number;
}

/** Characters of a text at most, in UTF-16 units: error 21617. */
export const bodyCharactersMax = 1600;
/** Files of a text at most: error 21623. */
export const mediaMax = 10;

export function isFinal(status: MessageStatus): boolean {
	return status !== "queued" && status !== "sending" && status !== "sent";
}
