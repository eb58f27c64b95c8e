import type { PhoneNumber } from "../../numbers.ts";
import { findServiceOf } from "../../registry/services.ts";
import type { MediaFile } from "../fetch-file.ts";
import { keepMedia } from "../media.ts";
import type { Message } from "../message.ts";
import { newMessage } from "../new-message.ts";
import { applyKeyword } from "../opt-outs/apply-keyword.ts";
import type { SendingContext } from "../sending/sender-queue.ts";
import { askApplication } from "./ask-application.ts";

export function receiveMessage(
	ctx: SendingContext,
	number: PhoneNumber,
	text: Pick<Message, "from" | "to" | "body">,
	files: readonly MediaFile[],
): Message {
	const message = newMessage(ctx, {
		...text,
		direction: "inbound",
		status: "received",
		mediaCount: files.length,
		sentAt: Date.now(),
		isUnfinished: true,
		isListed: !isSwallowed(ctx, number),
	});
	keepMedia(ctx, message.sid, files);
	applyKeyword(ctx, message, number);
	ctx.background(askApplication(ctx, message.sid));
	return message;
}

/** A service without an address swallows its numbers' texts, and the account's list does not show them. */
function isSwallowed(ctx: SendingContext, number: PhoneNumber): boolean {
	const service = findServiceOf(ctx, number);
	return service !== null && !service.useInboundWebhookOnNumber && !service.inboundRequestUrl;
}
