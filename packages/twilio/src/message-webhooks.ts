import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";
import { cleanTextBody } from "@cloudpbx/domain/clean-text-body";
import { readCallerNumber } from "@cloudpbx/domain/phone-number";
import * as z from "zod";
import { readMessageStatus } from "./message-statuses.ts";

const messageSid = z.string().regex(/^(SM|MM)[0-9a-f]{32}$/i);

const bodyCharactersMax = 5000;
/** MediaUrl0 to MediaUrl9 (twilio.com/docs/messaging/twiml). */
const mediaMax = 10;
const addressCharactersMax = 64;

/** `phone` can be answered and called. `short_code` is a machine. `other` is a name or unreadable. */
export type TextSenderKind = "phone" | "short_code" | "other";

export interface InboundMedia {
	url: string;
	contentType: string;
}

export type CarrierConsent = "opt_out" | "opt_in" | "help" | null;

const consentOf: Record<string, CarrierConsent> = { STOP: "opt_out", START: "opt_in", HELP: "help" };

/** A text has one sender, one recipient and one id. */
const soleNames = ["From", "To", "MessageSid"];

/** The first name with two values that may have only one; null: none. */
export function findRepeatedName(values: ReadonlyMap<string, readonly string[]>): string | null {
	return soleNames.find((name) => (values.get(name)?.length ?? 0) > 1) ?? null;
}

/** The carrier's id of the text that a webhook is about; undefined: it names none. */
export function readCarrierId({ MessageSid }: Readonly<Record<string, unknown>>): string | undefined {
	return typeof MessageSid === "string" && MessageSid !== "" ? MessageSid : undefined;
}

/** The parameters with each of two bodies: one of them may be an opt-out. */
export function withAllBodies(
	params: Readonly<Record<string, string>>,
	values: ReadonlyMap<string, readonly string[]>,
): Record<string, string | string[]> {
	const bodies = values.get("Body") ?? [];
	return bodies.length > 1 ? { ...params, Body: [...bodies] } : { ...params };
}

/** A text of the carrier's list, as its webhook would have told it. The list contains neither files nor their number. */
export function toInboundText({ carrierId, from, to, body }: ListedText): InboundTextWebhook {
	return InboundTextWebhook.parse({ MessageSid: carrierId, From: from, To: to, Body: body });
}

interface ListedText {
	carrierId: string;
	from: string;
	to: string;
	body: string;
}

/** `body` joins repeated values of `Body`. `from` is E.164, a short code or other text, never empty. */
export const InboundTextWebhook = z
	.looseObject({
		MessageSid: messageSid,
		From: z.string().default(""),
		To: z.string().default(""),
		Body: z.union([z.string(), z.array(z.string())]).default(""),
		NumMedia: z.coerce.number().int().min(0).max(mediaMax).catch(0),
		NumSegments: z.coerce.number().int().min(0).max(100).catch(1),
		OptOutType: z.string().default(""),
	})
	.transform((params) => ({
		messageId: messageIdOf(params.MessageSid),
		carrierId: params.MessageSid,
		...readSender(params.From),
		to: params.To.slice(0, addressCharactersMax),
		...readBody(params.Body),
		segments: Math.max(1, params.NumSegments),
		media: readMedia(params, params.NumMedia),
		carrierConsent: consentOf[params.OptOutType.toUpperCase()] ?? null,
	}));
export type InboundTextWebhook = z.infer<typeof InboundTextWebhook>;

export const MessageStatusWebhook = z
	.object({
		MessageSid: messageSid,
		MessageStatus: z.string().default(""),
		SmsStatus: z.string().default(""),
		ErrorCode: z.coerce.number().int().positive().nullable().catch(null),
	})
	.transform((params) => ({
		carrierId: params.MessageSid,
		status: readMessageStatus(params.MessageStatus || params.SmsStatus) satisfies MessageStatus | null,
		errorCode: params.ErrorCode,
	}));
export type MessageStatusWebhook = z.infer<typeof MessageStatusWebhook>;

/** Derived: a repeated webhook gives the same row. */
export function messageIdOf(sid: string): string {
	return `msg_${sid.slice(2).toLowerCase()}`;
}

/** The status address of one text. It contains the id: a status may arrive before the answer to the request. */
export function statusPathOf(messageId: string): string {
	return `/sms/status/${messageId.replace(/^msg_/, "")}`;
}

function readSender(from: string): { from: string; senderKind: TextSenderKind } {
	const number = readCallerNumber(from);
	if (number !== null) return { from: number, senderKind: "phone" };
	if (/^\+?\d{3,6}$/.test(from)) return { from: from.replace("+", ""), senderKind: "short_code" };
	const address = cleanTextBody(from).trim().slice(0, addressCharactersMax);
	return { from: address === "" ? "unknown" : address, senderKind: "other" };
}

function readBody(given: string | string[]): { body: string; parts: string[] } {
	const parts = [given].flat().map((part) => cleanTextBody(part).slice(0, bodyCharactersMax));
	return { body: parts.join("\n").slice(0, bodyCharactersMax), parts };
}

function readMedia(params: Record<string, unknown>, count: number): InboundMedia[] {
	return Array.from({ length: count }, (_, index) => ({
		url: String(params[`MediaUrl${index}`] ?? ""),
		contentType: String(params[`MediaContentType${index}`] ?? "").toLowerCase(),
	})).filter(({ url }) => url !== "" && url.length < 1000);
}
