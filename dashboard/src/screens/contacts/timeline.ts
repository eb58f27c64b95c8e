import { html } from "lit-html";
import { useExtensionNames } from "../../api/extension-names.ts";
import { pagedListView } from "../../parts/lists/paged-list.ts";
import type { Row } from "../../parts/lists/row.ts";
import { emptyView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import { timeView } from "../../parts/time.ts";
import type { View } from "../../parts/view.ts";
import { can } from "../../session/session.ts";
import { countOf } from "../../words/counts.ts";
import {
	callOutcomeWords,
	callStatusWords,
	consentSourceWords,
	messageStatusWords,
	recipientStatusWords,
	transcriptStatusWords,
} from "../../words/statuses.ts";
import { formatDay, formatDuration } from "../../words/times.ts";
import { type Moment, timeline } from "./resources.ts";

type NameOf = (extension: string | null) => string;
type Of<Kind extends Moment["kind"]> = Extract<Moment, { kind: Kind }>;

export function timelineView(number: string): View {
	const nameOf = useExtensionNames();
	return html`
		<section class="contacts-timeline" aria-label="Timeline">
			<h2 class="group-title">Timeline</h2>
			${pagedListView({
				resource: timeline(number),
				label: "Timeline",
				row: (moment) => ({ ...rowOf(moment, nameOf), time: timeView(moment.at, "clock") }),
				groupOf: (moment) => formatDay(moment.at, Date.now()),
				empty: emptyView({
					title: "Nothing Yet",
					text: "Texts, calls, voicemail, campaigns and consent appear here as they come in.",
				}),
			})}
		</section>
	`;
}

function rowOf(moment: Moment, nameOf: NameOf): Row {
	switch (moment.kind) {
		case "message":
			return messageRow(moment);
		case "call":
			return callRow(moment, nameOf);
		case "voicemail":
			return voicemailRow(moment, nameOf);
		case "campaign":
			return {
				title: `Campaign: ${moment.name}`,
				detail: html`${statusView(recipientStatusWords[moment.status])}${moment.reason ? ` ${moment.reason}` : ""}`,
				href: can("campaigns:read") ? `/campaigns/${moment.campaignId}` : undefined,
			};
		case "consent":
			return {
				title: moment.eventKind === "opt_out" ? "Opted out of texts" : "Opted in to texts",
				detail: [
					consentSourceWords[moment.source],
					moment.words && `“${moment.words}”`,
					moment.reason,
					moment.by,
				]
					.filter(Boolean)
					.join(" · "),
			};
	}
}

function messageRow(moment: Of<"message">): Row {
	const { author, authorName, body, direction, mediaCount, status } = moment;
	const writers = { assistant: "the assistant", campaign: "a campaign", system: "an automatic answer" };
	const writer =
		author === "contact" || author === "person" ? (authorName ?? "a colleague") : writers[author];
	const files = mediaCount === 0 ? "" : countOf(mediaCount, { one: "file", other: "files" });
	const words = [body, files].filter((part) => part !== "").join(" · ");
	return {
		title: direction === "inbound" ? "Text received" : `Text sent by ${writer}`,
		detail: html`
			<span class="contacts-words" dir="auto">${words}</span>
			${direction === "inbound" ? "" : statusView(messageStatusWords[status])}
		`,
		href: can("messages:read") ? `/inbox/${moment.conversationId}?text=${moment.id}` : undefined,
	};
}

function callRow(moment: Of<"call">, nameOf: NameOf): Row {
	const { direction, durationSeconds, extension, outcome, status } = moment;
	const facts = [
		extension === null ? null : nameOf(extension),
		durationSeconds === null ? null : formatDuration(durationSeconds),
	].filter((fact) => fact !== null);
	return {
		title: direction === "inbound" ? "Incoming call" : "Outgoing call",
		detail: html`${statusView(outcome ? callOutcomeWords[outcome] : callStatusWords[status])} ${facts.join(" · ")}`,
		href: can("calls:read") ? `/calls/${moment.id}` : undefined,
	};
}

function voicemailRow(moment: Of<"voicemail">, nameOf: NameOf): Row {
	const { extension, transcript, transcriptStatus } = moment;
	return {
		title: `Voicemail for ${nameOf(extension)}`,
		detail: html`<span class="contacts-words" dir="auto">${transcript ?? transcriptStatusWords[transcriptStatus].word}</span>${moment.isHeard ? "" : statusView({ word: "Not heard yet", tone: "busy" })}`,
		href: can("voicemails:read") ? `/voicemail/${moment.id}` : undefined,
	};
}
