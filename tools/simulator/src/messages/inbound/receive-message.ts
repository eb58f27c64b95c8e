import type { Exchange } from "../../context.ts";
import type { PhoneNumber } from "../../numbers.ts";
import { findServiceOf } from "../../registry/services.ts";
import type { MediaFile } from "../fetch-file.ts";
import { keepMedia } from "../media.ts";
import type { Message } from "../message.ts";
import { newMessage } from "../new-message.ts";
import { heedKeyword } from "../opt-outs/heed-keyword.ts";
import { askApplication } from "./ask-application.ts";

/** A service without an address drops its numbers' texts; the account's list does not show them. */
function isSwallowed(exchange: Exchange, number: PhoneNumber): boolean {
	const service = findServiceOf(exchange, number);
	return service !== null && !service.useInboundWebhookOnNumber && !service.inboundRequestUrl;
}

/** A text comes in on one of the account's numbers. */
export function receiveMessage(
	exchange: Exchange,
	number: PhoneNumber,
	text: Pick<Message, "from" | "to" | "body">,
	files: readonly MediaFile[],
): Message {
	const message = newMessage(exchange, {
		...text,
		direction: "inbound",
		status: "received",
		mediaCount: files.length,
		sentAt: Date.now(),
		isUnfinished: true,
		isListed: !isSwallowed(exchange, number),
	});
	keepMedia(exchange, message.sid, files);
	heedKeyword(exchange, message, number);
	exchange.background(askApplication(exchange, message.sid));
	return message;
}
