import { deriveId } from "@cloudpbx/kit/derive-id";

export function conversationIdOf(contactNumber: string, ourNumber: string): Promise<string> {
	return deriveId("conv", contactNumber, ourNumber);
}

/** The assistant has one answer to a contact's text number `sequence`. */
export function replyIdOf(conversationId: string, sequence: number): Promise<string> {
	return deriveId("msg", "reply", conversationId, String(sequence));
}

/** There is one answer to a message about consent. */
export function confirmationIdOf(messageId: string): Promise<string> {
	return deriveId("msg", "confirmation", messageId);
}

export function newMessageId(): string {
	return `msg_${crypto.randomUUID().replaceAll("-", "")}`;
}
