import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";
import * as z from "zod";
import { readMessageStatus } from "../message-statuses.ts";
import { askAccount, readPages } from "./ask-account.ts";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

export interface OutgoingText {
	from: string;
	to: string;
	body: string;
	statusUrl: string;
}

/** `unknown`: look for the text before asking again. `refused`: nothing was sent. */
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

/** Sends one text. Not idempotent: the caller stores the attempt first. */
export async function createMessage(carrier: Carrier, text: OutgoingText): Promise<SendOutcome> {
	const form = { To: text.to, From: text.from, Body: text.body, StatusCallback: text.statusUrl };
	const request = { method: "post" as const, path: "/Messages.json", form };
	const result = await toCarrierResult(() => askAccount(carrier, request, MessageResource));
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
const pagesMax = 10;

/** Newest first. The carrier filters by the day of sending only, which a waiting text lacks. */
export function findMessages(
	carrier: Carrier,
	{ from, to, since }: { from: string; to: string; since: Date },
): Promise<CarrierResult<CarrierMessage[]>> {
	return toCarrierResult(async () => {
		const found = await listSince(carrier, { To: to, From: from, PageSize: pageSize }, since, MessagePage);
		return found.filter((message) => message.isOutbound && message.from === from && message.to === to);
	});
}

/** Inbound texts made at `since` or later, newest first. */
export function listReceived(
	carrier: Carrier,
	{ to, since }: { to: string; since: Date },
): Promise<CarrierResult<CarrierMessage[]>> {
	return toCarrierResult(async () => {
		const found = await listSince(carrier, { To: to, PageSize: pageSize }, since, ReceivedPage);
		return found.filter((message) => !message.isOutbound && message.to === to);
	});
}

/** Fails with `not_found` for an unknown text. */
export function fetchMessage(carrier: Carrier, sid: string): Promise<CarrierResult<CarrierMessage>> {
	return toCarrierResult(() =>
		askAccount(carrier, { method: "get", path: `/Messages/${sid}.json` }, MessageResource),
	);
}

const MessagePage = z.object({ messages: z.array(MessageResource), next_page_uri: z.string().nullish() });

/** An unreadable text is null and hides no other. */
const ReceivedPage = z.object({
	messages: z.array(MessageResource.nullable().catch(null)),
	next_page_uri: z.string().nullish(),
});
type ReceivedPage = z.infer<typeof ReceivedPage>;

/** Newest first: reading stops at a page that ends before `since`. */
async function listSince(
	carrier: Carrier,
	query: Record<string, unknown>,
	since: Date,
	answer: z.ZodType<ReceivedPage>,
): Promise<CarrierMessage[]> {
	const found: CarrierMessage[] = [];
	for await (const page of readPages(carrier, { path: "/Messages.json", query, pagesMax }, answer)) {
		const readable = page.messages.flatMap((message) => message ?? []);
		found.push(...readable);
		const last = readable.at(-1);
		if (last === undefined || last.createdAt < since) break;
	}
	return found.filter(({ createdAt }) => createdAt >= since);
}
