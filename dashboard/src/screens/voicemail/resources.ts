import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { loadExtensionNames } from "../../api/extension-names.ts";
import { type PagedResource, pages } from "../../api/pages.ts";
import { peek, type Resource } from "../../api/resource.ts";
import type { VoicemailsQuery } from "../../api/table/calls.ts";
import { keepNewestFirst } from "../../domain/keep-newest-first.ts";

const names = ["heard", "ext", "number"] as const;

export function readFilter(query: URLSearchParams): VoicemailsQuery {
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = query.get(name);
			return value ? [[name, value]] : [];
		}),
	);
}

/** The open voicemail stays listed when it leaves the filter: once heard, it is no longer unheard. */
let openId: string | undefined;
export function keepInList(id: string | undefined): void {
	openId = id;
}

export function voicemails(filter: VoicemailsQuery): PagedResource<Voicemail> {
	const read = pages<Voicemail>({
		key: `voicemails?${new URLSearchParams({ ...filter })}`,
		loadPage: (cursor, signal) =>
			ask(() => api.voicemails.$get({ query: { ...filter, ...(cursor && { cursor }) } }, until(signal))),
		staleAfter: ({ kind }) => kind === "voicemail" || kind === "contact",
	});
	return {
		...read,
		async load(signal, old) {
			const [fresh] = await Promise.all([read.load(signal, old), loadExtensionNames()]);
			const open = old?.items.find(({ id }) => id === openId);
			return open
				? { ...fresh, items: keepNewestFirst(fresh.items, peek(voicemail(open.id)) ?? open) }
				: fresh;
		},
	};
}

export function voicemail(id: string): Resource<Voicemail> {
	return {
		key: `voicemails/${id}`,
		async load(signal) {
			const [one] = await Promise.all([
				ask(() => api.voicemails[":id"].$get({ param: { id } }, until(signal))),
				loadExtensionNames(),
			]);
			return one;
		},
		staleAfter: (event) =>
			event.kind === "contact" || (event.kind === "voicemail" && event.voicemailId === id),
	};
}
