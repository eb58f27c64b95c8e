import type { PhoneNumber } from "../../numbers.ts";
import type { Message } from "../message.ts";
import type { MessageContext } from "../message-context.ts";
import { newMessage } from "../new-message.ts";
import { findKeyword, keywordReply } from "./keywords.ts";
import { isOptedOut, optIn, optOut } from "./opt-outs.ts";

/** The carrier acts on STOP, START and HELP, and the application gets the text too. */
export function applyKeyword(ctx: MessageContext, message: Message, number: PhoneNumber): void {
	const { kind, phoneNumber } = number;
	const meaning = findKeyword(kind, message.body);
	if (!meaning) return;
	const isAnswered = {
		stop: () => optOut(ctx, phoneNumber, message.from),
		start: () => optIn(ctx, phoneNumber, message.from),
		help: () => kind !== "toll-free" || !isOptedOut(ctx, phoneNumber, message.from),
	}[meaning]();
	if (!isAnswered) return;
	newMessage(ctx, {
		from: phoneNumber,
		to: message.from,
		body: keywordReply(kind, meaning, message.body),
		direction: "outbound-reply",
		status: "delivered",
		sentAt: Date.now(),
		// Written by the network outside Twilio: the account does not see it.
		isListed: false,
	});
}
