import type { Call } from "@cloudpbx/contracts/api/calls";
import { html, nothing } from "lit-html";
import { useExtensionNames } from "../../api/extension-names.ts";
import { peek } from "../../api/resource.ts";
import { buttonView } from "../../parts/button.ts";
import { contactWay } from "../../parts/calling/party.ts";
import { runningTimeView } from "../../parts/calling/running-time.ts";
import { copyIcon } from "../../parts/icons.ts";
import { definitionsView } from "../../parts/lists/definitions.ts";
import { notify } from "../../parts/notices.ts";
import { playerKeys, playerView } from "../../parts/player/player.ts";
import { resourceView, skeletonView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import { timeView } from "../../parts/time.ts";
import type { View } from "../../parts/view.ts";
import type { Key } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { dangerWords, voicemailStatusWords } from "../../words/statuses.ts";
import { formatDuration, formatSeconds } from "../../words/times.ts";
import { describeMissingWords } from "../voicemail/describe-missing-words.ts";
import { voicemail } from "../voicemail/resources.ts";
import { toPlayer } from "../voicemail/to-player.ts";
import { contactButtonsView } from "./contact-buttons.ts";
import { describeCall } from "./describe-call.ts";
import { describePlace, type NameOf } from "./describe-place.ts";
import type { Moment } from "./moment.ts";
import { nameLine, nameParty, partyOf, statusOf } from "./names.ts";
import { call, isLasting } from "./resources.ts";
import { toMoments } from "./timeline.ts";

/** A chunk of its own, so that the list of calls does not preload it. */
const blocking = lazily(() => import("../../parts/calling/blocking.ts"));

export function callView(id: string): View {
	const nameOf = useExtensionNames();
	const isReady = blocking()?.isBlockKnown() ?? false;
	return resourceView(call(id), (one) => (isReady ? wholeView(one, nameOf) : skeletonView()), {
		back: { href: "/calls", label: "All Calls" },
	});
}

export function detailKeys(id: string): Key[] {
	const voicemailId = peek(call(id))?.voicemailId;
	const left = voicemailId ? peek(voicemail(voicemailId)) : undefined;
	return left?.status === "stored" ? playerKeys(toPlayer(left)) : [];
}

function wholeView(one: Call, nameOf: NameOf): View {
	const party = partyOf(one);
	const isRunning = isLasting(one);
	return html`
		<article class="calls-detail">
			<header>
				<h2 class="calls-party only-panes" dir="auto">${nameParty(one)}</h2>
				${isRunning ? html`<p class="calls-sentence calls-running">${statusView({ word: describePlace(one, nameOf), tone: "busy" })}${runningTimeView(one.startedAt)}</p>` : html`<p class="calls-sentence">${describeCall(one, nameOf)}</p>`}
				<p class="soft">${nameLine(one)}, ${timeView(one.startedAt, "moment")}</p>
				${waysView(party, one.direction === "inbound", one.contactName)}
				${(party !== null && blocking()?.blockStateView(party)) || nothing}
			</header>
			<ol class="calls-timeline" aria-label="What happened">
				${toMoments(one, nameOf).map((moment) => html`<li class="calls-moment" data-tone=${moment.tone}>${momentView(moment, one)}</li>`)}
			</ol>
			${isRunning ? nothing : factsView(one, nameOf)}
		</article>
	`;
}

/** Shown after the end: during the call nothing below the timeline may move. */
function factsView(one: Call, nameOf: NameOf): View {
	return definitionsView([
		[one.direction === "inbound" ? "From" : "To", formatNumber(partyOf(one))],
		["Extension", one.extension === null ? null : `${nameOf(one.extension)} (${one.extension})`],
		["Danger", one.danger ? statusView({ word: dangerWords[one.danger], tone: "bad" }) : null],
		["Outcome", statusView(statusOf(one))],
		["Length", one.durationSeconds === null ? null : formatDuration(one.durationSeconds)],
		["Talked", one.talkSeconds === null ? null : formatDuration(one.talkSeconds)],
	]);
}

function waysView(party: string | null, isInbound: boolean, contactName: string | null): View {
	if (party === null) return nothing;
	return html`
		<div class="calls-ways">
			${contactButtonsView(party)}
			${contactWay({ number: party, contactName })}
			${(isInbound && blocking()?.blockButtonView(party)) || nothing}
			${buttonView({ label: "Copy Number", icon: copyIcon, onPress: () => void copy(party) })}
		</div>
	`;
}

async function copy(number: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(number);
		notify({ text: `${formatNumber(number)} is copied.` });
	} catch {
		notify({ text: "The browser did not allow copying. Select the number instead." });
	}
}

function momentView(moment: Moment, one: Call): View {
	return html`
		<span class="calls-offset number">${formatSeconds(moment.offsetSeconds)}</span>
		<div class="calls-what">
			<p class="calls-title">${moment.title}</p>
			${moment.said ? html`<p class="calls-quote"><span class="visually-hidden">The caller said: </span><q dir="auto">${moment.said}</q></p>` : nothing}
			${moment.told ? html`<p class="calls-quote soft"><span class="visually-hidden">The receptionist said: </span><q dir="auto">${moment.told}</q></p>` : nothing}
			${moment.detail ? html`<p class="soft small">${moment.detail}</p>` : nothing}
		</div>
		${moment.isVoicemail && one.voicemailId && can("voicemails:read") ? html`<div class="calls-message">${messageView(one.voicemailId)}</div>` : nothing}
	`;
}

function messageView(voicemailId: string): View {
	return resourceView(
		voicemail(voicemailId),
		(one) => html`
			${one.status === "stored" ? playerView(toPlayer(one)) : html`<p class="player calls-arriving">${voicemailStatusWords[one.status].word}</p>`}
			<p dir="auto" class="calls-quote calls-words">${one.transcript ?? describeMissingWords(one)}</p>
			<p class="small"><a href="/voicemail/${voicemailId}">Open in Voicemail</a></p>
	`,
	);
}
