import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type { Note, WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { speakerOf } from "./speaker.ts";
import type { Thread, ThreadPage } from "./thread.ts";

export type TimelineItem = { id: string; at: string } & (
	| { kind: "day" }
	| { kind: "unread" }
	/** `isFirst` and `isLast` within the texts of one speaker in a row. */
	| { kind: "text"; message: Message; isFirst: boolean; isLast: boolean }
	| { kind: "note"; note: Note }
	| { kind: "call"; call: CallSummary; voicemail: Voicemail | null }
	| { kind: "voicemail"; voicemail: Voicemail }
	/** A change of speaker; null: the assistant. */
	| { kind: "handoff"; speaker: string | null }
	| { kind: "waiting"; reason: WaitingReason | null }
);

/** The items of one page; the same object while nothing in it changed. */
export interface TimelineSection {
	key: string;
	items: readonly TimelineItem[];
}

export interface Besides {
	calls: readonly CallSummary[];
	voicemails: readonly Voicemail[];
	firstUnreadId: string | null;
	dayOf(at: string): string;
}

/** Texts of one speaker with shorter gaps form a group. */
const rowMilliseconds = 5 * 60_000;

const known = new WeakMap<ThreadPage, { signature: string; section: TimelineSection }>();

/**
 * Merges texts, notes, calls and voicemail. Texts keep the server's order; the others are placed by time. Items
 * older than the oldest loaded text wait until the conversation's beginning is loaded.
 */
export function buildTimeline(thread: Thread, besides: Besides): TimelineSection[] {
	const others = collectOthers(thread, besides);
	let lastDay = "";
	let lastSpeaker: Speaker;
	return thread.pages.map((page, index) => {
		const isFirst = index === 0 && thread.olderCursor === null;
		const from = isFirst ? "" : (startOf(page) ?? "");
		const following = thread.pages[index + 1];
		const until = (following && startOf(following)) ?? "~";
		const inside = others.filter(({ at }) => at >= from && at < until);
		const next = following?.messages[0];
		const signature = JSON.stringify([inside, lastDay, lastSpeaker, next?.id, besides.firstUnreadId]);
		const before = known.get(page);
		const section =
			before?.signature === signature
				? before.section
				: drawUp(page, inside, { besides, lastDay, lastSpeaker, next });
		known.set(page, { signature, section });
		const newest = section.items.at(-1);
		if (newest) lastDay = besides.dayOf(newest.at);
		lastSpeaker = page.messages.reduce(followSpeaker, lastSpeaker);
		return section;
	});
}

/** A person's name; null: the assistant; undefined: nobody yet. */
type Speaker = string | null | undefined;

function collectOthers({ conversation, pages }: Thread, { calls, voicemails }: Besides): TimelineItem[] {
	const ofCall = new Map(voicemails.map((voicemail) => [voicemail.callId, voicemail]));
	const callIds = new Set(calls.map(({ id }) => id));
	const { waitingSince, waitingReason } = conversation;
	const items: TimelineItem[] = [
		...pages.flatMap(({ notes }) =>
			notes.map((note) => ({ kind: "note" as const, id: note.id, at: note.createdAt, note })),
		),
		...calls.map((call) => ({
			kind: "call" as const,
			id: call.id,
			at: call.startedAt,
			call,
			voicemail: ofCall.get(call.id) ?? null,
		})),
		...voicemails
			.filter(({ callId }) => !callIds.has(callId))
			.map((voicemail) => ({
				kind: "voicemail" as const,
				id: voicemail.id,
				at: voicemail.createdAt,
				voicemail,
			})),
	];
	if (waitingSince) items.push({ kind: "waiting", id: "waiting", at: waitingSince, reason: waitingReason });
	return items.sort((one, other) => one.at.localeCompare(other.at));
}

function startOf({ messages, notes }: ThreadPage): string | undefined {
	return messages[0]?.createdAt ?? notes[0]?.createdAt;
}

interface Surroundings {
	besides: Besides;
	lastDay: string;
	lastSpeaker: Speaker;
	next: Message | undefined;
}

function drawUp(page: ThreadPage, others: readonly TimelineItem[], around: Surroundings): TimelineSection {
	const { dayOf, firstUnreadId } = around.besides;
	const items: TimelineItem[] = [];
	const waiting = [...others];
	let { lastDay, lastSpeaker } = around;
	const add = (item: TimelineItem) => {
		const day = dayOf(item.at);
		if (day !== lastDay) items.push({ kind: "day", id: `day-${item.id}`, at: item.at });
		lastDay = day;
		items.push(item);
	};
	const addOthers = (before: string) => {
		while (waiting[0] && waiting[0].at < before) add(waiting.shift() as TimelineItem);
	};
	for (const message of page.messages) {
		const { id, createdAt: at } = message;
		addOthers(at);
		const speaker = followSpeaker(lastSpeaker, message);
		if (lastSpeaker !== undefined && speaker !== undefined && speaker !== lastSpeaker) {
			add({ kind: "handoff", id: `handoff-${id}`, at, speaker });
		}
		lastSpeaker = speaker;
		if (id === firstUnreadId) add({ kind: "unread", id: "unread", at });
		add({ kind: "text", id, at, message, isFirst: true, isLast: true });
	}
	addOthers("~");
	markRows(items, around.next, dayOf);
	return { key: page.messages[0]?.id ?? page.notes[0]?.id ?? "empty", items };
}

function markRows(items: TimelineItem[], next: Message | undefined, dayOf: Besides["dayOf"]): void {
	const areInRow = (one: Message, other: Message) =>
		isInRow(one, other) && dayOf(one.createdAt) === dayOf(other.createdAt);
	for (const [index, item] of items.entries()) {
		if (item.kind !== "text") continue;
		const before = items[index - 1];
		const after = items[index + 1];
		const following = after === undefined ? next : after.kind === "text" ? after.message : undefined;
		item.isFirst = before?.kind !== "text" || !areInRow(before.message, item.message);
		item.isLast = following === undefined || !areInRow(item.message, following);
	}
}

/** Campaigns and automatic answers do not change the speaker. */
function followSpeaker(before: Speaker, { author, authorName }: Message): Speaker {
	if (author === "assistant") return null;
	return author === "person" ? (authorName ?? before) : before;
}

function isInRow(one: Message, next: Message): boolean {
	const isNear = Date.parse(next.createdAt) - Date.parse(one.createdAt) < rowMilliseconds;
	return isNear && speakerOf(one) === speakerOf(next);
}
