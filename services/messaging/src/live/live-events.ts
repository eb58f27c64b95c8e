import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { MessageAuthor } from "@cloudpbx/contracts/texts/messages";

export function messageEvent(row: {
	id: string;
	conversationId: string;
	direction: "inbound" | "outbound";
	fromNumber: string;
	toNumber: string;
	status: string;
	author: MessageAuthor;
}): LiveEvent {
	const { id: messageId, conversationId, direction, fromNumber, toNumber, status, author } = row;
	const [from, to] = direction === "inbound" ? [fromNumber, toNumber] : [toNumber, fromNumber];
	return { kind: "message", messageId, conversationId, from, to, direction, status, author };
}

export function conversationEvent(row: {
	id: string;
	contactNumber: string;
	ourNumber: string;
	mode: string;
}): LiveEvent {
	const { id: conversationId, contactNumber: from, ourNumber: to, mode } = row;
	return { kind: "conversation", conversationId, from, to, mode };
}
