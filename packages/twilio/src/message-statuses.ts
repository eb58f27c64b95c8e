import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";

/** Twilio's words (twilio.com/docs/messaging/api/message-resource, Message Status values). */
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

/** Null for a word that is no state of a sent message. */
export function readMessageStatus(word: string): MessageStatus | null {
	return statusWords[word] ?? null;
}
