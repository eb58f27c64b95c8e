import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type { Note } from "@cloudpbx/contracts/texts/conversations";
import { html, nothing, type TemplateResult } from "lit-html";
import { callsIcon, voicemailIcon } from "../../../../parts/icons.ts";
import { definitionsView } from "../../../../parts/lists/definitions.ts";
import { statusView } from "../../../../parts/status.ts";
import type { View } from "../../../../parts/view.ts";
import { changed } from "../../../../state/store.ts";
import { formatNumber } from "../../../../words/phone-numbers.ts";
import {
	callOutcomeWords,
	callStatusWords,
	transcriptStatusWords,
	voicemailStatusWords,
} from "../../../../words/statuses.ts";
import { formatClock, formatDuration, formatMoment } from "../../../../words/times.ts";
import { markHeard } from "../../operations/mark-heard.ts";
import { isMe, nameLine } from "../../words.ts";

export function noteView({ text, authorName, createdAt }: Note): TemplateResult {
	const name = isMe(authorName) ? "You" : authorName;
	return html`
		<article class="inbox-note" aria-label="Note by ${name}, ${formatClock(createdAt)}">
			<p class="inbox-note-head"><span dir="auto">${name}</span> · Only colleagues see this · <time datetime=${createdAt} title=${formatMoment(createdAt)}>${formatClock(createdAt)}</time></p>
			<p class="inbox-words" dir="auto">${text}</p>
		</article>
	`;
}

export function callView(call: CallSummary, voicemail: Voicemail | null): TemplateResult {
	const { id, direction, outcome, status, extension, to, from, startedAt, durationSeconds } = call;
	const ourNumber = direction === "inbound" ? to : from;
	return eventView({
		id,
		icon: voicemail ? voicemailIcon : callsIcon,
		title: html`
			${direction === "inbound" ? "Incoming Call" : "Outgoing Call"}
			${statusView(outcome ? callOutcomeWords[outcome] : callStatusWords[status])}
			${voicemail && voicemail.listenedAt === null ? html`<span class="inbox-mark">Unheard</span>` : nothing}
		`,
		at: startedAt,
		body: html`
			${definitionsView([
				["Length", durationSeconds === null ? null : formatDuration(durationSeconds)],
				["Line", ourNumber === null ? null : nameLine(ourNumber)],
				["Extension", extension],
			])}
			${voicemail ? soundView(id, voicemail) : nothing}
			<a class="button" href="/calls/${encodeURIComponent(id)}">Open Call</a>
		`,
	});
}

export function voicemailView(voicemail: Voicemail): TemplateResult {
	const { id, extension, listenedAt, createdAt } = voicemail;
	return eventView({
		id,
		icon: voicemailIcon,
		title: html`
			${extension === null ? "Voicemail" : `Voicemail for Extension ${extension}`}
			${listenedAt === null ? html`<span class="inbox-mark">Unheard</span>` : nothing}
		`,
		at: createdAt,
		body: html`${soundView(id, voicemail)} <a class="button" href="/voicemail/${encodeURIComponent(id)}">Open Voicemail</a>`,
	});
}

function eventView(event: { id: string; icon: View; title: View; at: string; body: View }): TemplateResult {
	const { id, icon, title, at, body } = event;
	return html`
		<details class="inbox-event" @toggle=${(toggle: Event) => follow(id, (toggle.currentTarget as HTMLDetailsElement).open)}>
			<summary>${icon}<span class="inbox-event-title">${title}</span><time datetime=${at} title=${formatMoment(at)}>${formatClock(at)}</time></summary>
			<div class="inbox-event-body">${body}</div>
		</details>
	`;
}

const open = new Set<string>();
let player: typeof import("../../../../parts/player/player.ts") | null = null;

/** Open events are drawn again while a voicemail plays. */
export function isEventOpen(id: string): boolean {
	return open.has(id);
}

export function isAnyEventOpen(): boolean {
	return open.size > 0;
}

function follow(id: string, isOpen: boolean): void {
	if (isOpen) open.add(id);
	else open.delete(id);
	changed();
	if (player === null) {
		void import("../../../../parts/player/player.ts").then((loaded) => {
			player = loaded;
			changed();
		});
	}
}

function soundView(eventId: string, voicemail: Voicemail): TemplateResult {
	const { id, from, status, failure, transcript, transcriptStatus, durationSeconds } = voicemail;
	const { word, tone } = voicemailStatusWords[status];
	return html`
		${
			status !== "stored"
				? statusView({ word: failure ? `${word}: ${failure}` : word, tone })
				: player && isEventOpen(eventId)
					? player.playerView({
							id,
							src: `/api/voicemails/${encodeURIComponent(id)}/audio`,
							title: `Voicemail of ${formatNumber(from)}`,
							durationSeconds,
							onHeard: () => markHeard(voicemail),
						})
					: nothing
		}
		${
			transcript === null
				? html`<p class="soft small">${transcriptStatusWords[transcriptStatus].word}</p>`
				: html`<blockquote class="inbox-words" dir="auto">${transcript}</blockquote>`
		}
	`;
}
