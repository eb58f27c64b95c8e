import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { currentSession } from "../../../session/session.ts";
import { changeConversation } from "./show-change.ts";

export const takeOverName = (id: string) => `takeover/${id}`;
export const handBackName = (id: string) => `handback/${id}`;
export const unreadName = (id: string) => `unread/${id}`;

const nobodyWaits = { waitingReason: null, waitingSince: null } satisfies Partial<Conversation>;

export function takeOver(id: string): Promise<boolean> {
	const takenOverBy = currentSession()?.person?.name ?? null;
	return changeConversation(id, takeOverName(id), { ...nobodyWaits, mode: "human", takenOverBy }, () =>
		ask(() =>
			api.conversations.takeover.$post({ json: { conversationId: id } }, { init: { keepalive: true } }),
		),
	);
}

export function handBack(id: string): Promise<boolean> {
	return changeConversation(
		id,
		handBackName(id),
		{ ...nobodyWaits, mode: "assistant", takenOverBy: null },
		() => ask(() => api.conversations.handback.$post({ json: { conversationId: id } })),
	);
}

export function markUnread(id: string): Promise<boolean> {
	return changeConversation(id, unreadName(id), { unreadCount: 1 }, () =>
		ask(() => api.conversations.unread.$post({ json: { conversationId: id } })),
	);
}
