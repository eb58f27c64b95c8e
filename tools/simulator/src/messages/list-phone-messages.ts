import type { Exchange } from "../context.ts";
import type { Message } from "./message.ts";

/** The texts to and from an address, oldest first. */
export function listPhoneMessages(exchange: Exchange, address: string): Message[] {
	return exchange.messages.list([["(doc ->> 'from' = ? OR doc ->> 'to' = ?)", address, address]]).reverse();
}
