import type { NetworkContext } from "../../context.ts";
import type { Message } from "../../messages/message.ts";
import { optionalDate, rfc2822 } from "../dates.ts";

const errorMessages: Readonly<Record<number, string>> = {
	14107: "SMS send rate limit exceeded",
	21610: "Attempt to send to unsubscribed recipient",
	30001: "Queue overflow",
	30003: "Unreachable destination handset",
	30004: "Message blocked",
	30005: "Unknown destination handset",
	30006: "Landline or unreachable carrier",
	30007: "Message filtered",
	30008: "Unknown error",
	30032: "Toll-Free Number Has Not Been Verified",
	30033: "US A2P 10DLC - Campaign Suspended",
	30034: "US A2P 10DLC - Message from an Unregistered Number",
	30035: "US A2P 10DLC - Message from a number still being configured",
	30036: "Validity Period Expired",
};

export function toMessageResource(ctx: NetworkContext, message: Message): Record<string, unknown> {
	const { sid, errorCode } = message;
	const uri = `/2010-04-01/Accounts/${ctx.account.sid}/Messages/${sid}`;
	return {
		sid,
		account_sid: ctx.account.sid,
		messaging_service_sid: null,
		api_version: "2010-04-01",
		from: message.from,
		to: message.to,
		body: message.isRedacted ? "" : message.body,
		status: message.status,
		direction: message.direction,
		num_segments: String(message.segments),
		num_media: String(message.mediaCount),
		date_created: rfc2822(message.createdAt),
		date_updated: rfc2822(message.updatedAt),
		date_sent: optionalDate(message.sentAt),
		price: null,
		price_unit: "USD",
		error_code: errorCode,
		error_message: errorCode === null ? null : (errorMessages[errorCode] ?? `Error ${errorCode}`),
		uri: `${uri}.json`,
		subresource_uris: { media: `${uri}/Media.json` },
	};
}
