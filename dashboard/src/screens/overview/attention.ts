import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { html } from "lit-html";
import { useExtensionNames } from "../../api/extension-names.ts";
import { type Resource, use } from "../../api/resource.ts";
import { checkIcon } from "../../parts/icons.ts";
import { groupView, type Row } from "../../parts/lists/row.ts";
import type { View } from "../../parts/view.ts";
import { countOf, formatAtLeast } from "../../words/counts.ts";
import { nameOrNumber } from "../../words/phone-numbers.ts";
import { dangerWords, waitingReasonWords } from "../../words/statuses.ts";
import { formatAge, formatClock } from "../../words/times.ts";
import {
	callsInDanger,
	campaignsThatAre,
	failedExtensions,
	unheardVoicemails,
	waitingConversations,
} from "./resources.ts";

const emptyLine = "\u00a0";
/** The server counts no further. */
const countMax = 1000;

export function attentionView({ waiting, heldBack = [] }: Dashboard): View {
	const rows = [
		...dangerRow(waiting.callsInDanger ?? 0),
		...heldBackRow(heldBack),
		...conversationRow(waiting.conversations ?? 0),
		...voicemailRow(waiting.voicemailsUnheard ?? 0),
		...campaignRow(waiting.campaignsPaused ?? 0),
		...extensionRow(waiting.extensionsFailed ?? 0),
		...numberRow(waiting.numbersInTrouble ?? 0),
		...webhookRow(waiting.webhooksPaused ?? 0),
		...recordingRow(waiting.recordingsFailed ?? 0),
	];
	if (rows.length > 0) return groupView({ title: "Needs Attention", rows });
	return html`
		<section class="group-section">
			<h2 class="group-title">Needs Attention</h2>
			<p class="overview-calm">${checkIcon}<span>Nothing waits for you.</span></p>
		</section>
	`;
}

function dangerRow(count: number): Row[] {
	return rowOf(count, {
		forms: {
			one: "caller spoke of danger in the last 24 hours",
			other: "callers spoke of danger in the last 24 hours",
		},
		href: "/calls?danger=any",
		resource: callsInDanger,
		name: ({ from, contactName, danger, startedAt }) =>
			`${nameOrNumber({ number: from, contactName })}: ${danger === null ? "" : dangerWords[danger]}, ${formatAge(startedAt, Date.now())}`,
	});
}

/** A stolen session or key shows up here first. */
function heldBackRow(heldBack: NonNullable<Dashboard["heldBack"]>): Row[] {
	if (heldBack.length === 0) return [];
	const told = heldBack.map(({ name, reason, at }) =>
		at === null ? `${name}: ${reason}` : `${name} at ${formatClock(at)}: ${reason}`,
	);
	const isOfCalls = heldBack.some(({ reason }) => /calls out|not called|cannot call/.test(reason));
	const what = isOfCalls ? "Texts or calls out" : "Texts";
	return [attentionRow(`${what} were held back in the last hour`, told.join(" · "), "/settings/limits")];
}

function conversationRow(count: number): Row[] {
	return rowOf(count, {
		forms: { one: "conversation waits", other: "conversations wait" },
		href: "/inbox?filter=waiting",
		resource: waitingConversations,
		name: ({ from, contactName, waitingReason, lastMessageAt }) => {
			const facts = [
				waitingReason === null ? null : waitingReasonWords[waitingReason],
				lastMessageAt === null ? null : formatAge(lastMessageAt, Date.now()),
			].filter((fact) => fact !== null);
			return `${nameOrNumber({ number: from, contactName })}: ${facts.join(", ")}`;
		},
	});
}

function voicemailRow(count: number): Row[] {
	const nameOf = useExtensionNames();
	return rowOf(count, {
		forms: { one: "voicemail is unheard", other: "voicemails are unheard" },
		href: "/voicemail?heard=false",
		resource: unheardVoicemails,
		name: ({ from, contactName, extension }) =>
			`${nameOrNumber({ number: from, contactName })} for ${nameOf(extension)}`,
	});
}

function campaignRow(count: number): Row[] {
	return rowOf(count, {
		forms: { one: "campaign is paused", other: "campaigns are paused" },
		href: "/campaigns?status=paused",
		resource: campaignsThatAre("paused"),
		name: ({ name, reason }) => (reason === null ? name : `${name}: ${reason}`),
	});
}

function extensionRow(count: number): Row[] {
	return rowOf(count, {
		forms: { one: "extension could not be set up", other: "extensions could not be set up" },
		href: "/extensions?status=failed",
		resource: failedExtensions,
		name: ({ ext, name, reason }) => (reason === null ? `${ext} ${name}` : `${ext} ${name}: ${reason}`),
	});
}

function numberRow(count: number): Row[] {
	return rowOf(count, {
		forms: { one: "number is in trouble", other: "numbers are in trouble" },
		href: "/extensions",
		detail: "Calls or texts to it may not arrive.",
	});
}

function webhookRow(count: number): Row[] {
	return rowOf(count, {
		forms: { one: "webhook is paused", other: "webhooks are paused" },
		href: "/settings/webhooks",
		detail: "Its receiver did not accept events. New events wait for it.",
	});
}

function recordingRow(count: number): Row[] {
	return rowOf(count, {
		forms: { one: "recording could not be fetched", other: "recordings could not be fetched" },
		href: "/voicemail",
		detail: "The carrier still has it. It is tried again twice a day for a week.",
	});
}

function rowOf<Item>(
	count: number,
	row: {
		forms: { one: string; other: string };
		href: string;
		detail?: string;
		resource?: Resource<Item[]>;
		name?: (item: Item) => string;
	},
): Row[] {
	if (count === 0) return [];
	const named = row.resource ? (use(row.resource).data ?? []).map((item) => row.name?.(item) ?? "") : [];
	const detail = row.detail ?? (named.join(" · ") || emptyLine);
	const title =
		count >= countMax ? `${formatAtLeast(countMax)} ${row.forms.other}` : countOf(count, row.forms);
	return [attentionRow(title, detail, row.href)];
}

function attentionRow(title: string, detail: string, href: string): Row {
	return { title, detail, href, leading: html`<span class="overview-mark" aria-hidden="true"></span>` };
}
