import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";
import * as z from "zod";
import { readMessageStatus } from "../message-statuses.ts";
import { CarrierFailure, type CarrierResult, settle, unknownOutcome } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface OutgoingText {
	/** E.164. */
	from: string;
	to: string;
	body: string;
	/** Where the carrier reports what becomes of it. */
	statusUrl: string;
}

/**
 * What came of asking the carrier to send. `unknown`: it may have taken the text or not, so look for it before asking
 * again. `refused`: nothing was sent.
 */
export type SendOutcome =
	| { kind: "accepted"; carrierId: string; status: MessageStatus }
	| { kind: "refused"; code: number | null; isRateLimited: boolean; isUnauthenticated: boolean }
	| { kind: "unknown" };

export interface CarrierMessage {
	carrierId: string;
	from: string;
	to: string;
	body: string;
	status: MessageStatus | null;
	errorCode: number | null;
	isOutbound: boolean;
	createdAt: Date;
}

const MessageResource = z
	.object({
		sid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/i),
		from: z.string().nullish(),
		to: z.string().nullish(),
		body: z.string().nullish(),
		status: z.string(),
		direction: z.string().default(""),
		error_code: z.coerce.number().int().positive().nullable().catch(null),
		date_created: z.string().transform((text) => new Date(text)),
	})
	.transform(
		(message): CarrierMessage => ({
			carrierId: message.sid,
			from: message.from ?? "",
			to: message.to ?? "",
			body: message.body ?? "",
			status: readMessageStatus(message.status),
			errorCode: message.error_code,
			isOutbound: message.direction.startsWith("outbound"),
			createdAt: message.date_created,
		}),
	);

const MessagePage = z.object({ messages: z.array(MessageResource), next_page_uri: z.string().nullish() });

/** One text. The carrier has no idempotency key: whoever asks keeps a record of having asked. */
export async function createMessage(carrier: Carrier, text: OutgoingText): Promise<SendOutcome> {
	const uri = `/Accounts/${carrier.accountSid}/Messages.json`;
	const data = { To: text.to, From: text.from, Body: text.body, StatusCallback: text.statusUrl };
	const result = await settle(async () => {
		const message = MessageResource.safeParse(await carrier.version.create({ uri, method: "post", data }));
		if (!message.success) throw new CarrierFailure(unknownOutcome);
		return message.data;
	});
	if (result.ok) {
		const { carrierId, status } = result.value;
		return { kind: "accepted", carrierId, status: status ?? "queued" };
	}
	const { kind, code } = result.problem;
	if (kind === "unknown_outcome") return { kind: "unknown" };
	return {
		kind: "refused",
		code,
		isRateLimited: kind === "rate_limited",
		isUnauthenticated: kind === "unauthenticated",
	};
}

const pageSize = 100;
/** 1,000 texts between two numbers since an attempt that was minutes ago: nobody writes so much. */
const pagesMax = 10;

/**
 * Outbound texts between two numbers that were made at `since` or later, newest first. Filtered here by the day they
 * were made: the carrier's own filter is by the day of sending, which a waiting text does not have.
 */
export function findMessages(
	carrier: Carrier,
	{ from, to, since }: { from: string; to: string; since: Date },
): Promise<CarrierResult<CarrierMessage[]>> {
	return settle(async () => {
		const { version, accountSid } = carrier;
		const uri = `/Accounts/${accountSid}/Messages.json`;
		const params = { To: to, From: from, PageSize: pageSize };
		let page = MessagePage.parse((await version.page({ uri, method: "get", params })).body);
		const found = [...page.messages];
		for (let count = 1; page.next_page_uri && isWithin(page.messages, since) && count < pagesMax; count++) {
			const next = { uri: page.next_page_uri, method: "get" as const };
			page = MessagePage.parse((await version._domain.twilio.request(next)).body);
			found.push(...page.messages);
		}
		return found.filter(
			(message) =>
				message.isOutbound && message.createdAt >= since && message.from === from && message.to === to,
		);
	});
}

/** What cannot be read is left out: it hides none of the others. */
const ReceivedPage = z.object({
	messages: z.array(MessageResource.nullable().catch(null)),
	next_page_uri: z.string().nullish(),
});

/** Texts that came in to one of our numbers at `since` or later, newest first. */
export function listReceived(
	carrier: Carrier,
	{ to, since }: { to: string; since: Date },
): Promise<CarrierResult<CarrierMessage[]>> {
	return settle(async () => {
		const { version, accountSid } = carrier;
		const uri = `/Accounts/${accountSid}/Messages.json`;
		const params = { To: to, PageSize: pageSize };
		let page = ReceivedPage.parse((await version.page({ uri, method: "get", params })).body);
		const found: CarrierMessage[] = [];
		for (let count = 1; ; count++) {
			const readable = page.messages.flatMap((message) => message ?? []);
			found.push(...readable);
			if (!page.next_page_uri || !isWithin(readable, since) || count === pagesMax) break;
			const next = { uri: page.next_page_uri, method: "get" as const };
			page = ReceivedPage.parse((await version._domain.twilio.request(next)).body);
		}
		return found.filter((message) => !message.isOutbound && message.createdAt >= since && message.to === to);
	});
}

/** Pages come newest first: one that ends before the period needs no successor. */
function isWithin(messages: readonly CarrierMessage[], since: Date): boolean {
	const last = messages.at(-1);
	return last !== undefined && last.createdAt >= since;
}

export function fetchMessage(carrier: Carrier, sid: string): Promise<CarrierResult<CarrierMessage>> {
	return settle(async () => {
		const uri = `/Accounts/${carrier.accountSid}/Messages/${sid}.json`;
		const message = MessageResource.safeParse(await carrier.version.fetch({ uri, method: "get" }));
		if (!message.success) throw new CarrierFailure(unknownOutcome);
		return message.data;
	});
}
