import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { notify } from "../../../parts/notices.ts";
import { countOf } from "../../../words/counts.ts";
import { nameContact } from "../words.ts";
import { handBack, markUnread, takeOver } from "./change-mode.ts";
import { changeConversation, onlyOne } from "./show-change.ts";

export const closeName = (id: string) => `close/${id}`;

const closed = {
	mode: "closed",
	takenOverBy: null,
	unreadCount: 0,
	waitingReason: null,
	waitingSince: null,
} satisfies Partial<Conversation>;

/** Until the contact writes again. Acts at once, with Undo. */
export async function closeConversation(conversation: Conversation): Promise<void> {
	const { id, from, contactName } = conversation;
	const isDone = changeConversation(id, closeName(id), closed, async () =>
		onlyOne(await ask(() => api.conversations.close.$post({ json: { conversationId: id } }))),
	);
	const withdraw = notify({
		text: `The conversation with ${nameContact(from, contactName)} is closed.`,
		undo: { label: "Undo Close", run: async () => (await isDone) && reopen(conversation) },
	});
	if (!(await isDone)) withdraw();
}

export async function closeConversations(conversations: readonly Conversation[]): Promise<void> {
	const ids = conversations.map(({ id }) => id);
	await ask(() => api.conversations.close.$post({ json: { ids } }));
	notify({
		text: countOf(conversations.length, {
			one: "conversation is closed.",
			other: "conversations are closed.",
		}),
		undo: {
			label: "Undo Close",
			run: async () => {
				for (const conversation of conversations) await reopen(conversation);
			},
		},
	});
}

/** Restores the mode. A conversation that waited for a person now has one: the person who reopened it. */
async function reopen({ id, mode, unreadCount }: Conversation): Promise<void> {
	if (mode === "closed") return;
	await (mode === "assistant" ? handBack(id) : takeOver(id));
	if (unreadCount > 0) await markUnread(id);
}
