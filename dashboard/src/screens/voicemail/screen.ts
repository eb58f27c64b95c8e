import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { html } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { pages } from "../../api/pages.ts";
import { peek, prefetch, type Resource } from "../../api/resource.ts";
import { splitView } from "../../parts/page.ts";
import { pagedListView } from "../../parts/paged-list.ts";
import type { Row } from "../../parts/row.ts";
import { segmentsView } from "../../parts/segments.ts";
import { emptyView, resourceView } from "../../parts/states.ts";
import { timeView } from "../../parts/time.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { writeNumber } from "../../words/phone-numbers.ts";
import { transcriptStatusWords } from "../../words/statuses.ts";

function voicemails(heard: string | null) {
	const filter = heard === "false" ? { heard: "false" as const } : {};
	return pages<Voicemail>({
		key: `voicemails?heard=${heard ?? ""}`,
		loadPage: (cursor, signal) =>
			ask(() => api.voicemails.$get({ query: { ...filter, ...(cursor && { cursor }) } }, until(signal))),
		hears: ({ kind }) => kind === "voicemail",
	});
}

function voicemail(id: string): Resource<Voicemail> {
	return {
		key: `voicemails/${id}`,
		load: (signal) => ask(() => api.voicemails[":id"].$get({ param: { id } }, until(signal))),
		hears: (event) => event.kind === "voicemail" && event.voicemailId === id,
	};
}

export const screen: Screen = {
	load(place) {
		void prefetch(voicemails(place.query.get("heard")));
		if (place.params.voicemailId) void prefetch(voicemail(place.params.voicemailId));
	},
	title: ({ params }) => nameOf(params.voicemailId),
	view(place) {
		const { voicemailId } = place.params;
		const heard = place.query.get("heard");
		return splitView({
			title: "Voicemail",
			listHref: withQuery({ ...place, path: "/voicemail" }, {}),
			filters: segmentsView({
				label: "Voicemail",
				items: [
					{ label: "All", href: withQuery(place, { heard: null }), isCurrent: heard === null },
					{ label: "Unheard", href: withQuery(place, { heard: "false" }), isCurrent: heard === "false" },
				],
			}),
			list: pagedListView({
				resource: voicemails(heard),
				label: "Voicemail",
				row: (one) => rowOf(one, place),
				empty: emptyView({ title: "No Voicemail", text: "Messages that callers leave are listed here." }),
			}),
			detail: voicemailId ? messageView(voicemailId) : null,
			detailTitle: nameOf(voicemailId) ?? "Message",
			hint: "Choose a message.",
		});
	},
};

function nameOf(id: string | undefined): string | undefined {
	const known = id ? peek(voicemail(id)) : undefined;
	return known ? writeNumber(known.from) : undefined;
}

function rowOf(one: Voicemail, place: Place): Row {
	return {
		title: writeNumber(one.from),
		detail: one.transcript ?? transcriptStatusWords[one.transcriptStatus].word,
		time: timeView(one.createdAt),
		href: withQuery({ ...place, path: `/voicemail/${one.id}` }, {}),
		isCurrent: place.params.voicemailId === one.id,
		isUnread: one.listenedAt === null,
		prefetch: () => void prefetch(voicemail(one.id)),
	};
}

function messageView(id: string) {
	return resourceView(
		voicemail(id),
		({ transcript, transcriptStatus }) =>
			html`<div class="page-body"><p dir="auto">${transcript ?? transcriptStatusWords[transcriptStatus].word}</p></div>`,
		{ back: { href: "/voicemail", label: "All Voicemail" } },
	);
}
