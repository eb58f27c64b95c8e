import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { keyed } from "lit-html/directives/keyed.js";
import { repeat } from "lit-html/directives/repeat.js";
import { downIcon } from "../../../../parts/icons.ts";
import { refusalLine } from "../../../../parts/states.ts";
import type { View } from "../../../../parts/view.ts";
import { actionOf } from "../../../../state/actions.ts";
import { countOf } from "../../../../words/counts.ts";
import { formatDay, isoDay } from "../../../../words/times.ts";
import { findNewestSent, hasFailed } from "../../domain/delivery.ts";
import { newestOf, type Thread } from "../../domain/thread.ts";
import type { TimelineItem, TimelineSection } from "../../domain/timeline.ts";
import { outboxOf } from "../../outbox/outbox.ts";
import { loadOlder, olderOf } from "../../resources/thread.ts";
import { formatReason, isMe, nameContact } from "../../words.ts";
import { openingOf } from "../opening.ts";
import { callView, isAnyEventOpen, isEventOpen, noteView, voicemailView } from "./events.ts";
import { followFound } from "./follow-found.ts";
import { outboxItemView } from "./outbox-item.ts";
import { followScroll, goToEnd, keepPlace, startAtUnread } from "./place-in-thread.ts";
import { followReading } from "./reading.ts";
import { sectionsOf } from "./sections.ts";
import { textView } from "./text.ts";
import "./thread.css";
import { watchOlder } from "./watch-older.ts";

/** Texts, notes, calls and voicemail of one contact, the newest last. `foundId`: the text to show first. */
export function threadView(id: string, thread: Thread, foundId: string | null): TemplateResult {
	const { from } = thread.conversation;
	const opening = openingOf(id, thread);
	const newestId = newestOf(thread)?.id ?? null;
	const waiting = outboxOf(id).filter(({ messageId }) => messageId === null || !hasText(thread, messageId));
	const sections = sectionsOf(thread, opening.firstUnreadId);
	const shown = { foundId, newestSentId: findNewestSentId(thread), today: isoDay(Date.now()) };
	keepPlace(id, [sections, waiting.length], startAtUnread);
	followFound(id, foundId);
	followReading(id, thread);
	watchOlder(id, thread.olderCursor);
	return html`${keyed(
		id,
		html`
			<div
				class="inbox-thread"
				data-scroll="thread"
				role="log"
				aria-live="off"
				aria-label="Conversation with ${nameContact(from)}"
				tabindex="0"
				@scroll=${(event: Event) => followScroll(event.currentTarget as HTMLElement, newestId)}
			>
				<div class="inbox-thread-body">
					${beginningView(thread)}
					${guard(
						[sections, shown.foundId, shown.newestSentId, shown.today, isAnyEventOpen() ? {} : null],
						() =>
							repeat(
								sections,
								({ key }) => key,
								(section, index) => {
									const isNewest = index === sections.length - 1;
									return sectionView(section, { isNewest, isEnd: isNewest || index < 2 }, shown);
								},
							),
					)}
					${repeat(waiting, (item) => item.id, outboxItemView)}
				</div>
			</div>
		`,
	)}
	${opening.isAtEnd ? nothing : endButton(thread, opening.seenId)}`;
}

interface Shown {
	foundId: string | null;
	newestSentId: string | null;
	today: string;
}

/**
 * Drawn again only when its items change. Sections out of view are not laid out, except at the ends: their heights
 * still change, and the browser has to know a height before it can skip a section.
 */
function sectionView(
	section: TimelineSection,
	{ isNewest, isEnd }: { isNewest: boolean; isEnd: boolean },
	shown: Shown,
): TemplateResult {
	const isIn = (id: string | null) =>
		id !== null && section.items.some((item) => item.id === id) ? id : null;
	const newestSentId = isNewest ? shown.newestSentId : isIn(shown.newestSentId);
	const playing = section.items.some(({ id }) => isEventOpen(id)) ? {} : null;
	const { lines, rest } = splitLines(section.items);
	return html`${repeat(
		lines,
		({ id }) => id,
		(item) => itemView(item, shown),
	)}<div class="inbox-thread-section" ?data-end=${isEnd}>
		${guard([section, isIn(shown.foundId), newestSentId, shown.today, playing], () =>
			repeat(
				rest,
				({ id }) => id,
				(item) => itemView(item, shown),
			),
		)}
	</div>`;
}

/** Leading lines belong to the page before. They stand above the section, whose height stays. */
function splitLines(items: readonly TimelineItem[]): {
	lines: readonly TimelineItem[];
	rest: readonly TimelineItem[];
} {
	const first = items.findIndex(({ kind }) => kind !== "day" && kind !== "handoff" && kind !== "unread");
	const count = first === -1 ? items.length : first;
	return { lines: items.slice(0, count), rest: items.slice(count) };
}

function itemView(item: TimelineItem, shown: Shown): TemplateResult {
	switch (item.kind) {
		case "day":
			return html`<h2 class="inbox-thread-day">${formatDay(item.at, Date.now())}</h2>`;
		case "unread":
			return html`<p class="inbox-thread-line" data-unread>New</p>`;
		case "text": {
			const { message, isFirst, isLast } = item;
			const isDeliveryShown = item.id === shown.newestSentId || hasFailed(message);
			return textView(message, { isFirst, isLast, isDeliveryShown, isFound: item.id === shown.foundId });
		}
		case "note":
			return noteView(item.note);
		case "call":
			return callView(item.call, item.voicemail);
		case "voicemail":
			return voicemailView(item.voicemail);
		case "handoff":
			return html`<p class="inbox-thread-line" dir="auto">${handoffWords(item.speaker)}</p>`;
		case "waiting":
			return html`<p class="inbox-thread-line">Waiting for a person${formatReason(item.reason)}</p>`;
	}
}

function handoffWords(speaker: string | null): string {
	if (speaker === null) return "The assistant answers again";
	return isMe(speaker) ? "You took over" : `${speaker} took over`;
}

function beginningView({ conversation, olderCursor, pages }: Thread): View {
	const { isBusy, refusal } = actionOf(olderOf(conversation.id));
	if (olderCursor === null) {
		const isEmpty = pages.every(({ messages }) => messages.length === 0);
		return html`<p class="inbox-thread-line">${isEmpty ? "No texts yet" : "The conversation begins here"}</p>`;
	}
	// Keyed by the page, so that the old button does not appear to jump.
	return html`${keyed(
		olderCursor,
		html`<div class="inbox-thread-older">
			<button type="button" class="button" data-style="plain" ?disabled=${isBusy} @click=${() => void loadOlder(conversation.id)}>
				${isBusy ? "Loading…" : "Load Older Texts"}
			</button>
			${refusalLine(refusal)}
		</div>`,
	)}`;
}

function endButton(thread: Thread, seenId: string | null): TemplateResult {
	const count = countNewer(thread, seenId);
	const label = count === 0 ? "Newest Text" : countOf(count, { one: "new text", other: "new texts" });
	return html`${keyed(label, html`<button type="button" class="inbox-thread-end" ?data-news=${count > 0} aria-label=${label} @click=${goToEnd}>${count > 0 ? label : nothing}${downIcon}</button>`)}`;
}

function countNewer({ pages }: Thread, seenId: string | null): number {
	let count = 0;
	for (const { messages } of pages.toReversed()) {
		for (const { id, direction } of messages.toReversed()) {
			if (id === seenId) return count;
			if (direction === "inbound") count++;
		}
	}
	return count;
}

function findNewestSentId({ pages }: Thread): string | null {
	for (const { messages } of pages.toReversed()) {
		const found = findNewestSent(messages);
		if (found) return found.id;
	}
	return null;
}

function hasText({ pages }: Thread, id: string): boolean {
	return pages.slice(-2).some(({ messages }) => messages.some((message) => message.id === id));
}
