import { createStore } from "../../../../state/store.ts";

const store = createStore({ words: "" });

export function announce(words: string): void {
	store.change((state) => (state.words = words));
}

export function announcedWords(): string {
	return store.state.words;
}
