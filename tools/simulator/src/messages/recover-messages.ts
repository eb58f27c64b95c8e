import { askApplication } from "./inbound/ask-application.ts";
import type { Message } from "./message.ts";
import { carryMessage, resumeCarrying } from "./sending/carry-message.ts";
import type { SendingContext } from "./sending/sender-queue.ts";
import { enqueueMessage } from "./sending/submit-message.ts";

export function recoverMessages(ctx: SendingContext): void {
	for (const message of ctx.messages.list([["doc ->> 'isUnfinished' = 1"]]).reverse()) {
		recover(ctx, message);
	}
}

function recover(ctx: SendingContext, message: Message): void {
	if (message.direction === "inbound") ctx.background(askApplication(ctx, message.sid));
	else if (message.status !== "queued") ctx.background(resumeCarrying(ctx, message));
	else if (message.direction === "direct") ctx.background(carryMessage(ctx, message.sid));
	else enqueueMessage(ctx, message);
}
