import { connection } from "../../../../api/connection.ts";
import { changed } from "../../../../state/store.ts";
import { newestOf, type Thread } from "../../domain/thread.ts";
import { decideReadUpTo, readMilliseconds } from "../../domain/unread.ts";
import { markRead } from "../../operations/mark-read.ts";
import { currentOpening } from "../opening.ts";

const againMilliseconds = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let awaited: string | null = null;

/** For views. Marks the conversation as read once its newest text was in view for a second. */
export function followReading(id: string, thread: Thread): void {
	const upTo = readableUpTo(id, thread);
	const wanted = upTo === null ? null : `${id}/${upTo}`;
	if (wanted === awaited) return;
	clearTimeout(timer);
	awaited = wanted;
	if (upTo === null) return;
	timer = setTimeout(async () => {
		if (currentOpening()?.id !== id || (await markRead(id, upTo))) return;
		timer = setTimeout(() => {
			awaited = null;
			changed();
		}, againMilliseconds);
	}, readMilliseconds);
}

export function endReading(): void {
	clearTimeout(timer);
	awaited = null;
}

function readableUpTo(id: string, thread: Thread): string | null {
	const opening = currentOpening();
	return decideReadUpTo({
		newest: newestOf(thread),
		unreadCount: thread.conversation.unreadCount,
		isInView:
			opening?.id === id && opening.isAtEnd && connection.isOnline && document.visibilityState === "visible",
		keptUpTo: opening?.keptUpTo ?? null,
	});
}
