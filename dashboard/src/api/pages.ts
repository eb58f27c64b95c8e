import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { type Listed, mergePages } from "../domain/merge-pages.ts";
import { act } from "../state/actions.ts";
import { peek, put, type Resource } from "./resource.ts";

export interface PagedResource<Item> extends Resource<Listed<Item>> {
	loadPage(cursor: string | undefined, signal: AbortSignal | undefined): Promise<Listed<Item>>;
}

/** Reading again reads the first page. Later pages stay where they connect to it. */
export function pages<Item extends { id: string }>(options: {
	key: string;
	loadPage: PagedResource<Item>["loadPage"];
	staleAfter?: (event: LiveEvent) => boolean;
}): PagedResource<Item> {
	return {
		...options,
		load: async (signal, old) => mergePages(old, await options.loadPage(undefined, signal)),
	};
}

export const moreOf = (resource: Resource<unknown>) => `more/${resource.key}`;

export async function loadMore<Item extends { id: string }>(resource: PagedResource<Item>): Promise<void> {
	const cursor = peek(resource)?.nextCursor;
	if (!cursor) return;
	await act(moreOf(resource), async () => {
		const next = await resource.loadPage(cursor, undefined);
		const now = peek(resource);
		if (!now || now.nextCursor !== cursor) return;
		const known = new Set(now.items.map((item) => item.id));
		const items = [...now.items, ...next.items.filter((item) => !known.has(item.id))];
		put(resource, { items, nextCursor: next.nextCursor });
	});
}
