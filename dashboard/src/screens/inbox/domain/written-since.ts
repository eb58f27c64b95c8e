import type { Message } from "@cloudpbx/contracts/texts/messages";
import type { Thread } from "./thread.ts";

/** Our newest answer by another author after `sinceId`. Null: none, or that text is not loaded. */
export function findWrittenSince(
	{ pages }: Pick<Thread, "pages">,
	sinceId: string | null,
	isMine: (message: Message) => boolean,
): Message | null {
	let found: Message | null = null;
	for (const { messages } of pages.toReversed()) {
		for (const message of messages.toReversed()) {
			if (message.id === sinceId) return found;
			if (found === null && isAnswer(message) && !isMine(message)) found = message;
		}
	}
	return null;
}

function isAnswer({ direction, author }: Message): boolean {
	return direction === "outbound" && (author === "person" || author === "assistant");
}
