import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { html } from "lit-html";
import { useExtensionNames } from "../../api/extension-names.ts";
import { prefetch } from "../../api/resource.ts";
import { partyLine } from "../../parts/calling/party.ts";
import { pagedListView } from "../../parts/lists/paged-list.ts";
import type { Row } from "../../parts/lists/row.ts";
import { emptyView } from "../../parts/states.ts";
import { timeView } from "../../parts/time.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import { currentSession } from "../../session/session.ts";
import { formatList } from "../../words/counts.ts";
import { transcriptStatusWords, voicemailStatusWords } from "../../words/statuses.ts";
import { formatSeconds } from "../../words/times.ts";
import { readFilter, voicemail, voicemails } from "./resources.ts";

export function listView(place: Place): View {
	const nameOf = useExtensionNames();
	return pagedListView({
		resource: voicemails(readFilter(place.query)),
		label: "Voicemail",
		row: (one) => rowOf(one, place, nameOf),
		empty: emptyListView(place),
	});
}

function rowOf(one: Voicemail, place: Place, nameOf: (extension: string | null) => string): Row {
	const words =
		one.status === "stored"
			? (one.transcript ?? transcriptStatusWords[one.transcriptStatus].word)
			: voicemailStatusWords[one.status].word;
	const length = one.durationSeconds === null ? "" : formatSeconds(one.durationSeconds);
	return {
		title: partyLine({ number: one.from, contactName: one.contactName }),
		detail: html`
			<span class="voicemail-facts"><span class="voicemail-for">For ${nameOf(one.extension)}</span><span class="number">${length}</span></span>
			<span class="voicemail-words" dir="auto">${words}</span>
		`,
		time: timeView(one.createdAt),
		href: withQuery({ ...place, path: `/voicemail/${one.id}` }, {}),
		isCurrent: place.params.voicemailId === one.id,
		isUnread: one.listenedAt === null,
		prefetch: () => void prefetch(voicemail(one.id)),
	};
}

function emptyListView(place: Place): View {
	const { heard, ...others } = readFilter(place.query);
	if (heard === "false" && Object.keys(others).length === 0) {
		return emptyView({ title: "All Heard", text: "No voicemail waits for somebody to hear it." });
	}
	if (heard !== undefined || Object.keys(others).length > 0) {
		return emptyView({
			title: "No Such Voicemail",
			text: "No voicemail matches this filter.",
			action: html`<a class="button" href="/voicemail">Clear Filters</a>`,
		});
	}
	return emptyView({ title: "No Voicemail", text: whatIsListed() });
}

/** An agent hears only the own extension's voicemail and has to know it. */
function whatIsListed(): string {
	const session = currentSession();
	if (session?.role !== "agent") return "Messages from callers appear here, with their words.";
	const extension = session.person?.extension;
	const groups = session.person?.groups.map(({ ext, name }) => `${name} (${ext})`) ?? [];
	return extension
		? `Messages for ${formatList([`your extension (${extension})`, ...groups])} are listed here. Those of others are not yours to hear.`
		: "You have no extension. Once an owner gives you one, the messages for it are listed here.";
}
