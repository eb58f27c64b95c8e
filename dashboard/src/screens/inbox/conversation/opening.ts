import { createStore } from "../../../state/store.ts";
import { newestOf, type Thread } from "../domain/thread.ts";
import { findFirstUnread } from "../domain/unread.ts";

interface Opening {
	id: string;
	/** The place of "New" while the conversation is open, even after it is read. */
	firstUnreadId: string | null;
	isAtEnd: boolean;
	/** The newest text when the end was last in view. */
	seenId: string | null;
	/** Marked as unread by hand: it stays unread up to this text while it is open. */
	keptUpTo: string | null;
}

const store = createStore<{ opening: Opening | null }>({ opening: null });

export function currentOpening(): Opening | null {
	return store.state.opening;
}

/** For views. The state of the conversation when it was opened. */
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

export function forgetOpening(): void {
	if (store.state.opening) store.change((state) => (state.opening = null));
}
