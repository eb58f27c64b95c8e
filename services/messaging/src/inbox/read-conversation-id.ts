import type { ConversationRef } from "@cloudpbx/contracts/texts/conversation-input";
import { readAddress } from "../texts/read-address.ts";
import { conversationIdOf } from "../texts/text-ids.ts";

export async function readConversationId({ conversationId, from, to }: ConversationRef): Promise<string> {
	return conversationId ?? conversationIdOf(readAddress(from ?? ""), readAddress(to ?? ""));
}
