import { deriveId } from "@cloudpbx/kit/derive-id";

export function conversationIdOf(contactNumber: string, ourNumber: string): Promise<string> {
	return deriveId("conv", contactNumber, ourNumber);
}

/** The id of the assistant's only answer to a contact's text number `sequence`. */
export function replyIdOf(conversationId: string, sequence: number): Promise<string> {
	return deriveId("msg", "reply", conversationId, String(sequence));
}

/** The id of our only answer to a message about consent. */
export function confirmationIdOf(messageId: string): Promise<string> {
	return deriveId("msg", "confirmation", messageId);
}
