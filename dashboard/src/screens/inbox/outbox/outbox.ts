import { sentMessageIdOf } from "@cloudpbx/kit/derive-id";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { toRefusal } from "../../../api/refusal.ts";
import { peek, refresh } from "../../../api/resource.ts";
import { beforeSignOut, currentSession } from "../../../session/session.ts";
import { listDrafts, readDraft, writeDraft } from "../../../state/drafts.ts";
import { createStore } from "../../../state/store.ts";
import {
	afterRefusal,
	findDue,
	findNextDue,
	holdText,
	type OutboxItem,
	resume,
	startSending,
	tryAgain,
} from "../domain/outbox-item.ts";
import { findMessage } from "../domain/thread.ts";
import { newMessageId } from "../new-message-id.ts";
import { threadOf } from "../resources/thread.ts";

/**
 * Texts being sent. They are stored as drafts, so that they survive a reload, and are retried under the same id
 * until the server has them.
 */
const store = createStore<{ items: readonly OutboxItem[] }>({ items: [] });
const prefix = "outbox/";
/** A text held by another tab is left to it for this long after its time. */
const othersMilliseconds = 4000;

let timer: ReturnType<typeof setTimeout> | undefined;
let isFollowing = false;
/** Ids of texts sent by this browser. */
const mine = new Set<string>();

export function outboxOf(conversationId: string): OutboxItem[] {
	return store.state.items.filter((item) => item.conversationId === conversationId);
}

export function isFromHere(messageId: string): boolean {
	return mine.has(messageId);
}

export function hold(
	text: Pick<OutboxItem, "conversationId" | "text" | "modeBefore">,
	delayMilliseconds: number,
): void {
	follow();
	const item = holdText({ ...text, id: newMessageId(), personId: me() }, Date.now(), delayMilliseconds);
	set([...store.state.items, item]);
	keep(item);
	schedule();
}

export function takeBack(id?: string): OutboxItem | null {
	const item = store.state.items.findLast(
		(one) => one.state === "held" && (id === undefined || one.id === id),
	);
	if (!item) return null;
	drop(item.id);
	return item;
}

export function sendNow(id: string): void {
	change(id, (item) => (item.state === "held" ? { ...item, dueAt: Date.now() } : item));
	schedule();
}

export function sendAgain(id: string): void {
	change(id, (item) => tryAgain(item, Date.now()));
	schedule();
}

export function discard(id: string): () => void {
	const item = store.state.items.find((one) => one.id === id);
	drop(id);
	return () => {
		if (!item) return;
		set([...store.state.items, item]);
		keep(item);
	};
}

export function resumeOutbox(): void {
	follow();
	const now = Date.now();
	const known = new Set(store.state.items.map(({ id }) => id));
	const found = listDrafts(prefix)
		.map((name) => readDraft<OutboxItem>(name))
		.filter((item) => item !== null && !known.has(item.id)) as OutboxItem[];
	const [ours, others] = split(
		found,
		(item) => item.state !== "held" || item.dueAt + othersMilliseconds < now,
	);
	const items = [...store.state.items, ...ours.map((item) => resume(item, now))];
	set(items.sort((one, other) => one.createdAt - other.createdAt));
	if (others.length > 0) setTimeout(resumeOutbox, othersMilliseconds);
	schedule();
}

/** Sends held texts before the session ends. Resolves when the server answered or cannot be reached. */
async function flushOutbox(): Promise<void> {
	await Promise.all(
		myItems()
			.filter(({ state }) => state === "held" || state === "waiting")
			.map(send),
	);
}

function follow(): void {
	if (isFollowing) return;
	isFollowing = true;
	window.addEventListener("pagehide", () => void flushOutbox());
	beforeSignOut(flushOutbox);
	window.addEventListener("online", hurry);
	document.addEventListener("visibilitychange", hurry);
}

/** After the network is back, or a sleeping tab's timer is late. */
function hurry(): void {
	const now = Date.now();
	if (navigator.onLine) {
		for (const { id } of store.state.items)
			change(id, (item) => (item.state === "waiting" ? { ...item, dueAt: now } : item));
	}
	schedule();
}

function schedule(): void {
	clearTimeout(timer);
	const due = findNextDue(myItems());
	if (due === null) return;
	timer = setTimeout(
		() => {
			holdWhileTouched();
			sendDue();
			schedule();
		},
		Math.max(due - Date.now(), 0),
	);
}

/** A text is not sent while the pointer or the focus is on its Undo. */
function holdWhileTouched(): void {
	const id = document.querySelector<HTMLElement>("[data-undo]:is(:hover, :focus-visible)")?.dataset.undo;
	const later = Date.now() + 1000;
	if (id)
		change(id, (item) => (item.state === "held" ? { ...item, dueAt: Math.max(item.dueAt, later) } : item));
}

function sendDue(): void {
	for (const item of findDue(myItems(), Date.now())) void send(item);
}

function myItems(): OutboxItem[] {
	return store.state.items.filter(({ personId }) => personId === me());
}

function me(): string | null {
	return currentSession()?.person?.id ?? null;
}

async function send(due: OutboxItem): Promise<void> {
	const { id, conversationId, text: message, personId } = due;
	change(id, (item) => startSending(item, Date.now()));
	const messageId = await sentMessageIdOf({ kind: "user", id: personId ?? "" }, id);
	mine.add(messageId);
	change(id, (item) => ({ ...item, messageId }));
	try {
		const json = { conversationId, id, message };
		await ask(() => api.conversations.reply.$post({ json }, { init: { keepalive: true } }));
		// The item stays until the thread has the text, together with earlier arrivals.
		await findInThread(conversationId, messageId);
		drop(id);
	} catch (error) {
		const refusal = toRefusal(error);
		const around = { now: Date.now(), isOnline: navigator.onLine, random: Math.random() };
		change(id, (item) => afterRefusal(item, refusal, around));
		// Refused texts are in the thread with their reason.
		const isDecided = store.state.items.some((item) => item.id === id && item.state === "failed");
		if (isDecided && (await findInThread(conversationId, messageId))) drop(id);
	}
	schedule();
}

/** Reads an open thread again. Whether it has the text. */
async function findInThread(conversationId: string, messageId: string): Promise<boolean> {
	const resource = threadOf(conversationId);
	if (!peek(resource)) return false;
	await refresh(resource);
	const thread = peek(resource);
	return thread !== undefined && findMessage(thread, messageId) !== undefined;
}

function change(id: string, apply: (item: OutboxItem) => OutboxItem): void {
	const item = store.state.items.find((one) => one.id === id);
	const changed = item && apply(item);
	if (!changed || changed === item) return;
	set(store.state.items.map((one) => (one === item ? changed : one)));
	keep(changed);
}

function drop(id: string): void {
	set(store.state.items.filter((item) => item.id !== id));
	writeDraft(prefix + id, null);
}

function keep(item: OutboxItem): void {
	writeDraft(prefix + item.id, item);
}

function set(items: readonly OutboxItem[]): void {
	store.change((state) => (state.items = items));
}

function split<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
	return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
