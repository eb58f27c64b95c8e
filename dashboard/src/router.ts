import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { createStore } from "./state/store.ts";

export interface Place {
	path: string;
	params: Readonly<Record<string, string | undefined>>;
	query: URLSearchParams;
}

/** Matches a path against a pattern such as `/inbox/:conversationId?`; null: no match. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
	const wanted = pattern.split("/").slice(1);
	const given = trimEndSlashes(path).split("/").slice(1);
	if (given.length > wanted.length) return null;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const value = given[index];
		if (!part.startsWith(":")) {
			if (part !== (value ?? "")) return null;
		} else if (value) {
			params[part.replace(/[:?]/g, "")] = decode(value);
		} else if (!part.endsWith("?")) return null;
	}
	return params;
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

const arrivalStore = createStore({ isSlow: false });
export const arrival = arrivalStore.state;
const quietMilliseconds = 100;

interface Travel {
	arrive(url: URL): Promise<void>;
	isOurs(url: URL): boolean;
}

/** Uses the Navigation API; without it links load documents, which works too. */
export function followNavigation({ arrive, isOurs }: Travel): void {
	const { navigation } = window;
	if (!navigation) return;
	navigation.addEventListener("navigate", (event) => {
		const url = new URL(event.destination.url);
		const isPlain = event.downloadRequest !== null || event.formData !== null || event.hashChange;
		if (!event.canIntercept || isPlain || url.origin !== location.origin || !isOurs(url)) return;
		if (event.navigationType === "reload") return;
		keepScroll();
		event.intercept({
			focusReset: "manual",
			scroll: "manual",
			async handler() {
				const slow = setTimeout(() => setSlow(true), quietMilliseconds);
				try {
					await arrive(url);
				} finally {
					clearTimeout(slow);
					setSlow(false);
				}
				if (event.navigationType === "traverse") restoreScroll();
			},
		});
	});
}

function setSlow(isSlow: boolean): void {
	if (arrival.isSlow !== isSlow) arrivalStore.change((state) => (state.isSlow = isSlow));
}

export function goTo(path: string, { replaces = false } = {}): void {
	const { navigation } = window;
	if (navigation) navigation.navigate(path, { history: replaces ? "replace" : "auto" });
	else if (replaces) location.replace(path);
	else location.assign(path);
}

/** The address with other filters; null removes one. */
export function withQuery(place: Place, values: Record<string, string | null>): string {
	const query = new URLSearchParams(place.query);
	for (const [name, value] of Object.entries(values)) {
		if (value === null) query.delete(name);
		else query.set(name, value);
	}
	const search = query.toString();
	return search ? `${place.path}?${search}` : place.path;
}

/** Scroll positions of each scroller (`data-scroll="list"`), by history entry. */
const scrolls = new Map<string, Map<string, number>>();

function keepScroll(): void {
	const key = window.navigation?.currentEntry?.key;
	if (!key) return;
	const places = [...document.querySelectorAll<HTMLElement>("[data-scroll]")];
	scrolls.set(key, new Map(places.map((one) => [one.dataset.scroll ?? "", one.scrollTop])));
}

function restoreScroll(): void {
	const kept = scrolls.get(window.navigation?.currentEntry?.key ?? "");
	requestAnimationFrame(() => {
		for (const one of document.querySelectorAll<HTMLElement>("[data-scroll]")) {
			one.scrollTop = kept?.get(one.dataset.scroll ?? "") ?? one.scrollTop;
		}
	});
}
