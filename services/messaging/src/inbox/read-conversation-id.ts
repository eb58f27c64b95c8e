import type { ConversationRef } from "@cloudpbx/contracts/messaging";
import { conversationIdOf } from "../derive-id.ts";
import { readAddress } from "../read-address.ts";

/** The id of the conversation that is meant, whether it exists or not. */
export async function readConversationId({ conversationId, from, to }: ConversationRef): Promise<string> {
	return conversationId ?? conversationIdOf(readAddress(from ?? ""), readAddress(to ?? ""));
}
