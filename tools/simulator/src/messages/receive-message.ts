import type { Exchange } from "../exchange.ts";
import type { PhoneNumber } from "../numbers.ts";
import { askApplication } from "./ask-application.ts";
import type { MediaFile } from "./fetch-file.ts";
import { heedKeyword } from "./heed-keyword.ts";
import { keepMedia } from "./media.ts";
import type { Message } from "./message.ts";
import { newMessage } from "./new-message.ts";

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
	});
	keepMedia(exchange, message.sid, files);
	heedKeyword(exchange, message, number);
	exchange.background(askApplication(exchange, message.sid));
	return message;
}
