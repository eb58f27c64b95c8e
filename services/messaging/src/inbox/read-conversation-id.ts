import type { ConversationRef } from "@cloudpbx/contracts/texts/conversation-input";
import { conversationIdOf } from "../derive-id.ts";
import { readAddress } from "../read-address.ts";

/** Returns the id of a conversation, which may not exist. */
export async function readConversationId({ conversationId, from, to }: ConversationRef): Promise<string> {
	return conversationId ?? conversationIdOf(readAddress(from ?? ""), readAddress(to ?? ""));
}
