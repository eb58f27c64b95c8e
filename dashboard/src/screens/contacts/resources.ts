import type { TimelineItem } from "@cloudpbx/contracts/api/timeline";
import type { Contact } from "@cloudpbx/contracts/contacts/contacts";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { loadExtensionNames } from "../../api/extension-names.ts";
import { type PagedResource, pages } from "../../api/pages.ts";
import { markStale, type Resource } from "../../api/resource.ts";
import type { ContactsQuery } from "../../api/table/contacts.ts";
import type { Listed } from "../../domain/merge-pages.ts";

const staleAfterContacts = ({ kind }: LiveEvent) => kind === "contact";

export function readFilter(query: URLSearchParams): ContactsQuery {
	const q = query.get("q")?.trim();
	const tag = query.get("tag");
	return { ...(q && { q }), ...(tag && { tag }) };
}

export function contacts(filter: ContactsQuery): PagedResource<Contact> {
	return pages<Contact>({
		key: `contacts?${new URLSearchParams({ ...filter })}`,
		loadPage: (cursor, signal) =>
			ask(() => api.contacts.$get({ query: { ...filter, ...(cursor && { cursor }) } }, until(signal))),
		staleAfter: staleAfterContacts,
	});
}

export function contact(number: string): Resource<Contact> {
	return {
		key: `contacts/${number}`,
		load: (signal) => ask(() => api.contacts[":number"].$get({ param: { number } }, until(signal))),
		staleAfter: staleAfterContacts,
	};
}

export type Moment = TimelineItem & { id: string };

export function timeline(number: string): PagedResource<Moment> {
	return pages<Moment>({
		key: `contacts/${number}/timeline`,
		async loadPage(cursor, signal) {
			const query = cursor ? `?${new URLSearchParams({ cursor })}` : "";
			const path = `/api/contacts/${number}/timeline${query}`;
			const [{ items, nextCursor }] = await Promise.all([
				ask<Listed<TimelineItem>>(() => fetch(path, { ...(signal && { signal }) })),
				loadExtensionNames(),
			]);
			return { items: items.map(withId), nextCursor };
		},
		staleAfter: (event) => "from" in event && event.from === number,
	});
}

function withId(item: TimelineItem): Moment {
	return item.kind === "campaign" ? { ...item, id: item.campaignId } : item;
}

export function hrefOf(number: string): string {
	return `/contacts/${encodeURIComponent(number)}`;
}

export function readAgain(): void {
	markStale(({ key }) => /^(contacts|conversations|calls|voicemails)\b/.test(key));
}
