import type { Message } from "@cloudpbx/contracts/texts/messages";
import type { Thread } from "../../domain/thread.ts";
import { findWrittenSince } from "../../domain/written-since.ts";
import { readReplyDraft } from "../../drafts.ts";
import { isFromHere } from "../../outbox/outbox.ts";
import { isMe } from "../../words.ts";

/** The answer of a colleague or the assistant since this draft was begun. */
export function findMissed(thread: Thread): Message | null {
	const { text, sinceId } = readReplyDraft(thread.conversation.id);
	if (text === "") return null;
	return findWrittenSince(thread, sinceId, ({ id, authorName }) => isFromHere(id) || isMe(authorName));
}
