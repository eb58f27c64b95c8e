import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";

/** Twilio's words for a message's state (twilio.com/docs/messaging/api/message-resource, Message Status values). */
const statusWords: Record<string, MessageStatus> = {
	accepted: "queued",
	scheduled: "queued",
	queued: "queued",
	sending: "sending",
	sent: "sent",
	partially_delivered: "sent",
	delivered: "delivered",
	read: "read",
	undelivered: "undelivered",
	failed: "failed",
	canceled: "canceled",
};

/** Null for words that say nothing of a message we sent. */
export function readMessageStatus(word: string): MessageStatus | null {
	return statusWords[word] ?? null;
}
