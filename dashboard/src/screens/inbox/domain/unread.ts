import type { Message } from "@cloudpbx/contracts/texts/messages";
import type { Thread } from "./thread.ts";

/** How long the newest text has to be in view before it counts as read. */
export const readMilliseconds = 1000;

/** The oldest of the last `unreadCount` texts of the contact, as far as they were read; null when none is unread. */
export function findFirstUnread({ pages, conversation }: Thread): string | null {
	let left = conversation.unreadCount;
	let found: string | null = null;
	for (const { messages } of pages.toReversed()) {
		for (const message of messages.toReversed()) {
			if (left === 0) return found;
			if (message.direction !== "inbound") continue;
			found = message.id;
			left--;
		}
	}
	return found;
}

export interface Look {
	newest: Message | undefined;
	unreadCount: number;
	/** Whether the end of the conversation can be seen, in a tab that can be seen, and the server can be told. */
	isInView: boolean;
	/** Somebody wants to be reminded of it: up to this text it stays unread. */
	keptUpTo: string | null;
}

/** The text up to which the conversation is read once it was looked at for `readMilliseconds`; null: nothing to be read. */
export function decideReadUpTo({ newest, unreadCount, isInView, keptUpTo }: Look): string | null {
	if (!newest || unreadCount === 0 || !isInView || newest.id === keptUpTo) return null;
	return newest.id;
}
