import { placeOf } from "../../geography.ts";
import { listMedia, mediaUrl } from "../media.ts";
import type { Message } from "../message.ts";
import type { MessageContext } from "../message-context.ts";

/** https://www.twilio.com/docs/messaging/guides/webhook-request */
export function inboundParams(ctx: MessageContext, message: Message): Record<string, string> {
	const from = placeOf(message.from);
	const to = placeOf(message.to);
	const media = listMedia(ctx, message.sid);
	const params: Record<string, string> = {
		ToCountry: to.country,
		ToState: to.state,
		SmsMessageSid: message.sid,
		NumMedia: String(media.length),
		ToCity: to.city,
		FromZip: from.zip,
		SmsSid: message.sid,
		FromState: from.state,
		SmsStatus: "received",
		FromCity: from.city,
		Body: message.body,
		FromCountry: from.country,
		To: message.to,
		ToZip: to.zip,
		NumSegments: String(message.segments),
		ReferralNumMedia: "0",
		MessageSid: message.sid,
		AccountSid: ctx.account.sid,
		From: message.from,
		ApiVersion: "2010-04-01",
	};
	for (const [index, one] of media.entries()) {
		params[`MediaUrl${index}`] = mediaUrl(ctx, one);
		params[`MediaContentType${index}`] = one.contentType;
	}
	return params;
}
