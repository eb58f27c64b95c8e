import type { Place } from "../router.ts";
import type { Command, Key, Route, Screen } from "../screen.ts";
import { createStore } from "./store.ts";

export interface Page {
	place: Place;
	route: Route | null;
	screen: Screen | null;
}

const store = createStore<{ page: Page | null }>({ page: null });

export function currentPage(): Page | null {
	return store.state.page;
}

export function setPage(page: Page): void {
	store.change((state) => (state.page = page));
}

export function screenKeys(): Key[] {
	const { page } = store.state;
	return page?.screen?.keys?.(page.place) ?? [];
}

export function screenCommands(): Command[] {
	const { page } = store.state;
	return page?.screen?.commands?.(page.place) ?? [];
}
