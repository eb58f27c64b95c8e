import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { loadMore, moreOf, type PagedResource, pages } from "../../../api/pages.ts";
import { peek } from "../../../api/resource.ts";
import { actionOf } from "../../../state/actions.ts";

/** Needs `calls:read`. */
export function callsWith(number: string): PagedResource<CallSummary> {
	return pages<CallSummary>({
		key: `calls?number=${encodeURIComponent(number)}`,
		loadPage: (cursor, signal) =>
			ask(() => api.calls.$get({ query: { number, ...(cursor && { cursor }) } }, until(signal))),
		staleAfter: (event) => event.kind === "call" && event.from === number,
	});
}

/** Needs `voicemails:read`. */
export function voicemailsOf(number: string): PagedResource<Voicemail> {
	return pages<Voicemail>({
		key: `voicemails?number=${encodeURIComponent(number)}`,
		loadPage: (cursor, signal) =>
			ask(() => api.voicemails.$get({ query: { number, ...(cursor && { cursor }) } }, until(signal))),
		staleAfter: (event) => event.kind === "voicemail" && event.from === number,
	});
}

/** For views. Reads until the list reaches back as far as the texts, or is refused. */
export function reachBackTo<Item extends { id: string }>(
	resource: PagedResource<Item>,
	oldestAt: string,
	atOf: (item: Item) => string,
): void {
	const list = peek(resource);
	const last = list?.items.at(-1);
	const { isBusy, refusal } = actionOf(moreOf(resource));
	if (isBusy || refusal || !list?.nextCursor) return;
	if (!last || atOf(last) > oldestAt) void loadMore(resource);
}
