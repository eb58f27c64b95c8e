import type { Call, CallSummary } from "@cloudpbx/contracts/api/calls";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { loadExtensionNames } from "../../api/extension-names.ts";
import { type PagedResource, pages } from "../../api/pages.ts";
import { prefetch, type Resource } from "../../api/resource.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { voicemail } from "../voicemail/resources.ts";
import type { CallFilter } from "./filter.ts";

export const telling = lazily(() => import("./describe-place.ts"));

/** Calls in progress come first. A filter by outcome excludes them: they have none. */
export function calls(filter: CallFilter): PagedResource<CallSummary> {
	return pages<CallSummary>({
		key: `calls?${new URLSearchParams({ ...filter })}`,
		async loadPage(cursor, signal) {
			const read = (more: object) =>
				ask(() => api.calls.$get({ query: { ...filter, ...more } }, until(signal)));
			if (cursor) return read({ cursor });
			const [open, page] = await Promise.all([
				filter.outcome ? { items: [] } : read({ state: "open" }),
				read({}),
				loadExtensionNames(),
			]);
			const lasting = open.items.filter(isLasting);
			if (lasting.length > 0) await telling.load();
			// A call that ended between the two requests is in both answers.
			const known = new Set(lasting.map(({ id }) => id));
			const ended = page.items.filter((one) => !isLasting(one) && !known.has(one.id));
			return { ...page, items: [...lasting, ...ended] };
		},
		staleAfter: ({ kind }) => kind === "call" || kind === "contact",
	});
}

export function isLasting({ endedAt }: Pick<CallSummary, "endedAt">): boolean {
	return endedAt === null;
}

export function call(id: string): Resource<Call> {
	return {
		key: `calls/${id}`,
		async load(signal) {
			const [one] = await Promise.all([
				ask(() => api.calls[":id"].$get({ param: { id } }, until(signal))),
				loadExtensionNames(),
			]);
			if (one.voicemailId && can("voicemails:read")) await prefetch(voicemail(one.voicemailId));
			return one;
		},
		staleAfter: (event) => event.kind === "contact" || (event.kind === "call" && event.callId === id),
	};
}
