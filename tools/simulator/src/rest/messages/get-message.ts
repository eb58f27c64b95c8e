import type { NetworkContext } from "../../context.ts";
import type { Message } from "../../messages/message.ts";
import { ResourceNotFound } from "../rest-error.ts";

export function getMessage(ctx: NetworkContext, sid: string): Message {
	const message = ctx.messages.find(sid);
	if (!message?.isListed) throw new ResourceNotFound();
	return message;
}
