import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { changeConversation, onlyOne, showConversation } from "./show-change.ts";

export function markRead(id: string, upTo: string): Promise<boolean> {
	return changeConversation(id, `read/${id}`, { unreadCount: 0 }, async () =>
		onlyOne(await ask(() => api.conversations.read.$post({ json: { conversationId: id, upTo } }))),
	);
}

export async function markSeveralRead(conversations: readonly Conversation[]): Promise<void> {
	const items = conversations.map(({ id, lastMessage }) => ({
		conversationId: id,
		...(lastMessage && { upTo: lastMessage.id }),
	}));
	await ask(() => api.conversations.read.$post({ json: { items } }));
	for (const { id } of conversations) showConversation(id, { unreadCount: 0 });
}
