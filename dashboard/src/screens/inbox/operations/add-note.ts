import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { peek, put } from "../../../api/resource.ts";
import { act } from "../../../state/actions.ts";
import { mergeNote } from "../domain/thread.ts";
import { putBack, writeConversationDraft } from "../drafts.ts";
import { threadOf } from "../resources/thread.ts";

export const noteName = (conversationId: string) => `note/${conversationId}`;

/** A note has no id of the browser's choice, so it is never repeated. After a refusal its words come back. */
export async function addNote(conversationId: string, text: string): Promise<void> {
	writeConversationDraft("note", conversationId, { text: "", sinceId: null });
	const isDone = await act(noteName(conversationId), async () => {
		const note = await ask(() => api.conversations.notes.$post({ json: { conversationId, text } }));
		const thread = peek(threadOf(conversationId));
		if (thread) put(threadOf(conversationId), mergeNote(thread, note));
	});
	if (!isDone) putBack("note", conversationId, text);
}
