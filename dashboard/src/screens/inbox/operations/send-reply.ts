import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { peek } from "../../../api/resource.ts";
import { notify } from "../../../parts/notices.ts";
import { afterDrawing } from "../../../state/store.ts";
import { undoDelay } from "../conversation/composer/choices.ts";
import { announce } from "../conversation/thread/announce.ts";
import type { OutboxItem } from "../domain/outbox-item.ts";
import { putBack, writeConversationDraft } from "../drafts.ts";
import { discard, hold, takeBack } from "../outbox/outbox.ts";
import { threadOf } from "../resources/thread.ts";
import { takeOver } from "./change-mode.ts";

/** Takes the conversation over at once and sends the text when it can no longer be taken back. */
export function sendReply({ id, mode }: Conversation, text: string): void {
	hold({ conversationId: id, text, modeBefore: mode }, undoDelay());
	writeConversationDraft("reply", id, { text: "", sinceId: null });
	if (undoDelay() > 0) announce("The text is sent in five seconds. Undo takes it back.");
	if (mode !== "human") void takeOver(id);
}

/** Takes back the given text, or the newest held one. False: none. */
export function undoSend(id?: string): boolean {
	const item = takeBack(id);
	if (!item) return false;
	putBack("reply", item.conversationId, item.text);
	announce("The text was not sent. Its words are in the field again.");
	focusField();
	return true;
}

export function sendOnceMore({ conversationId, body }: Message): void {
	const mode = peek(threadOf(conversationId))?.conversation.mode ?? "human";
	hold({ conversationId, text: body, modeBefore: mode }, undoDelay());
	if (mode !== "human") void takeOver(conversationId);
}

export function deleteUnsent({ id }: OutboxItem): void {
	const bringBack = discard(id);
	notify({ text: "The text was deleted and not sent.", undo: { label: "Undo Delete", run: bringBack } });
}

export function focusField(): void {
	afterDrawing(() => {
		const field = document.querySelector<HTMLTextAreaElement>(".inbox-composer textarea");
		field?.focus();
		field?.setSelectionRange(field.value.length, field.value.length);
	});
}
