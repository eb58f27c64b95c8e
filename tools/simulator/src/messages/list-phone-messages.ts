import type { Message } from "./message.ts";
import type { MessageContext } from "./message-context.ts";

export function listPhoneMessages(ctx: MessageContext, address: string): Message[] {
	return ctx.messages.list([["(doc ->> 'from' = ? OR doc ->> 'to' = ?)", address, address]]).reverse();
}
