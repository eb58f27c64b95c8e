import type { Message } from "@cloudpbx/contracts/texts/messages";
import type { Thread } from "./thread.ts";

/** Time in view after which a text counts as read. */
export const readMilliseconds = 1000;

/** The oldest of the last `unreadCount` texts of the contact that are loaded; null: none. */
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
	/** The end is visible in a visible tab, and the server is reachable. */
	isInView: boolean;
	keptUpTo: string | null;
}

/** The text up to which the conversation is read after `readMilliseconds`; null: nothing to read. */
export function decideReadUpTo({ newest, unreadCount, isInView, keptUpTo }: Look): string | null {
	if (!newest || unreadCount === 0 || !isInView || newest.id === keptUpTo) return null;
	return newest.id;
}
