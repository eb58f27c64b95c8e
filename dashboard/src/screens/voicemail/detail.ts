import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { html, nothing } from "lit-html";
import { useExtensionNames } from "../../api/extension-names.ts";
import { peek } from "../../api/resource.ts";
import { buttonView } from "../../parts/button.ts";
import { contactWay } from "../../parts/calling/party.ts";
import { definitionsView } from "../../parts/lists/definitions.ts";
import { playerKeys, playerView } from "../../parts/player/player.ts";
import { refusalLine, resourceView } from "../../parts/states.ts";
import { timeView } from "../../parts/time.ts";
import type { View } from "../../parts/view.ts";
import type { Key } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { actionOf } from "../../state/actions.ts";
import { formatNumber, nameOrNumber } from "../../words/phone-numbers.ts";
import { transcriptSourceWords } from "../../words/statuses.ts";
import { formatDuration, formatMoment } from "../../words/times.ts";
import { contactButtonsView } from "../calls/contact-buttons.ts";
import { describeMissingWords } from "./describe-missing-words.ts";
import { askToDelete, hearingName, markHeard, markUnheard } from "./operations.ts";
import { voicemail } from "./resources.ts";
import { toPlayer } from "./to-player.ts";

export function messageView(id: string): View {
	const nameOf = useExtensionNames();
	return resourceView(voicemail(id), (one) => wholeView(one, nameOf), {
		back: { href: "/voicemail", label: "All Voicemail" },
	});
}

export function detailKeys(id: string): Key[] {
	const one = peek(voicemail(id));
	if (!one) return [];
	const mark =
		one.listenedAt === null
			? { key: "u", label: "Mark heard", run: () => void markHeard(one) }
			: { key: "u", label: "Mark unheard", run: () => void markUnheard(one) };
	return [
		...(one.status === "stored" ? playerKeys(toPlayer(one)) : []),
		...(can("voicemails:write") ? [mark] : []),
	];
}

function wholeView(one: Voicemail, nameOf: (extension: string | null) => string): View {
	return html`
		<article class="voicemail-detail">
			<header>
				<h2 class="voicemail-from only-panes" dir="auto">${nameOrNumber({ number: one.from, contactName: one.contactName })}</h2>
				<p class="soft">For ${nameOf(one.extension)}, ${timeView(one.createdAt, "moment")}</p>
			</header>
			${one.status === "stored" ? playerView(toPlayer(one)) : missingView(one)}
			<div class="voicemail-ways">
				${one.from ? html`${contactButtonsView(one.from)}${contactWay({ number: one.from, contactName: one.contactName })}` : nothing}
				${can("voicemails:write") ? changesView(one) : nothing}
			</div>
			${refusalLine(actionOf(hearingName(one.id)).refusal)} ${transcriptView(one)}
			${definitionsView([
				["From", one.contactName === null ? null : formatNumber(one.from)],
				["Length", one.durationSeconds === null ? null : formatDuration(one.durationSeconds)],
				["Call", can("calls:read") ? html`<a href="/calls/${one.callId}">Show the call</a>` : null],
			])}
			<p class="voicemail-heard" dir="auto">${describeHeard(one)}</p>
		</article>
	`;
}

function changesView(one: Voicemail): View {
	return html`
		${markView(one)} ${buttonView({ label: "Delete…", style: "destructive", onPress: () => askToDelete(one) })}
	`;
}

/** Holds both labels, one of them hidden, so that its width stays. */
function markView(one: Voicemail): View {
	const isHeard = one.listenedAt !== null;
	const change = isHeard ? markUnheard : markHeard;
	return html`
		<button type="button" class="button voicemail-mark" aria-keyshortcuts="u" @click=${() => void change(one)}>
			<span ?data-off=${isHeard}>Mark Heard</span><span ?data-off=${!isHeard}>Mark Unheard</span>
		</button>
	`;
}

/** Last in its line, because it grows while somebody listens. */
function describeHeard({ listenedAt, listenedBy }: Voicemail): string {
	if (listenedAt === null) return "Not heard yet";
	const when = formatMoment(listenedAt);
	return listenedBy ? `Heard by ${listenedBy.name}, ${when}` : `Heard ${when}`;
}

function missingView(one: Voicemail): View {
	if (one.status === "recorded") {
		return html`<div class="voicemail-missing" role="status"><p>The sound is on its way from the carrier. It can be played here as soon as it has arrived.</p></div>`;
	}
	return html`
		<div class="voicemail-missing">
			<p>The sound could not be fetched from the carrier${one.failure ? html`: <span dir="auto">${one.failure}</span>` : ""}.</p>
			<p>It is tried again twice a day for a week. Until then the carrier keeps it.</p>
		</div>
	`;
}

function transcriptView(one: Voicemail): View {
	return html`
		<section class="voicemail-transcript">
			<h2 class="group-title">Transcript</h2>
			${
				one.transcriptStatus === "completed" && one.transcript
					? html`<p class="voicemail-text" dir="auto">${one.transcript}</p>
						<p class="soft small">${one.transcriptSource ? transcriptSourceWords[one.transcriptSource] : nothing}</p>`
					: html`<p class="soft">${describeMissingWords(one)}</p>`
			}
		</section>
	`;
}
