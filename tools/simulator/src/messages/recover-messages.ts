import type { Exchange } from "../context.ts";
import { askApplication } from "./inbound/ask-application.ts";
import type { Message } from "./message.ts";
import { carryMessage, resumeCarrying } from "./sending/carry-message.ts";
import { enqueue } from "./sending/submit-message.ts";

/** Goes on with the texts that an earlier life of this network had accepted. */
export function recoverMessages(exchange: Exchange): void {
	for (const message of exchange.messages.list([["doc ->> 'isUnfinished' = 1"]]).reverse()) {
		recover(exchange, message);
	}
}

function recover(exchange: Exchange, message: Message): void {
	if (message.direction === "inbound") exchange.background(askApplication(exchange, message.sid));
	else if (message.status !== "queued") exchange.background(resumeCarrying(exchange, message));
	else if (message.direction === "direct") exchange.background(carryMessage(exchange, message.sid));
	else enqueue(exchange, message);
}
