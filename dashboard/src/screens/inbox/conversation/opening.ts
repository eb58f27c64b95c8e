import { createStore } from "../../../state/store.ts";
import { newestOf, type Thread } from "../domain/thread.ts";
import { findFirstUnread } from "../domain/unread.ts";

interface Opening {
	id: string;
	/** Where "New" stands while the conversation is open, though it is read meanwhile. */
	firstUnreadId: string | null;
	/** Whether the end of the thread is in view. */
	isAtEnd: boolean;
	/** The newest text when the end was last in view. */
	seenId: string | null;
	/** Somebody marked it as unread: up to this text it stays so while it is open. */
	keptUpTo: string | null;
}

/** The conversation that is open; null when none is. */
const store = createStore<{ opening: Opening | null }>({ opening: null });

export function currentOpening(): Opening | null {
	return store.state.opening;
}

/** How the conversation was found when it was opened. Called whenever it is drawn. */
export function openingOf(id: string, thread: Thread): Opening {
	const { opening } = store.state;
	if (opening?.id === id) return opening;
	const begun = {
		id,
		firstUnreadId: findFirstUnread(thread),
		isAtEnd: true,
		seenId: newestOf(thread)?.id ?? null,
		keptUpTo: null,
	};
	store.change((state) => (state.opening = begun));
	return begun;
}

export function changeOpening(change: Partial<Opening>): void {
	store.change((state) => {
		if (state.opening) state.opening = { ...state.opening, ...change };
	});
}

/** Opened again, it is found as it is then. */
export function forgetOpening(): void {
	if (store.state.opening) store.change((state) => (state.opening = null));
}
