import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { NamedThread as ConversationThread } from "@cloudpbx/contracts/texts/conversations";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { peek, put, type Resource } from "../../../api/resource.ts";
import { act } from "../../../state/actions.ts";
import {
	findMessage,
	joinAnswers,
	mergeMessage,
	mergeNewest,
	openThread,
	prependOlder,
	type Thread,
} from "../domain/thread.ts";

const newestLimit = 50;
const olderLimit = 100;
const fillLimit = 200;
/** With more missing pages the conversation is read anew. */
const fillsMax = 5;

/** Changed texts that may be older than the newest page. */
const touched = new Map<string, Set<string>>();

export function threadOf(id: string): Resource<Thread> {
	return {
		key: `conversations/${id}`,
		load: (signal, old) => loadThread(id, signal, old),
		staleAfter: (event) => staleAfter(id, event),
	};
}

function staleAfter(id: string, event: LiveEvent): boolean {
	if (event.kind === "contact") return true;
	if ((event.kind !== "message" && event.kind !== "conversation") || event.conversationId !== id)
		return false;
	if (event.kind === "message") touched.set(id, (touched.get(id) ?? new Set()).add(event.messageId));
	return true;
}

async function loadThread(id: string, signal: AbortSignal, old: Thread | undefined): Promise<Thread> {
	const heard = [...(touched.get(id) ?? [])];
	const thread = await readThread(id, heard, signal, old);
	for (const messageId of heard) touched.get(id)?.delete(messageId);
	return thread;
}

async function readThread(
	id: string,
	heard: readonly string[],
	signal: AbortSignal,
	old: Thread | undefined,
): Promise<Thread> {
	let fresh = await readPage(id, { limit: String(newestLimit) }, signal);
	if (!old) return openThread(await withUnread(id, fresh, signal));
	let laid = mergeNewest(old, fresh);
	for (let fills = 0; laid === null && fresh.nextCursor !== null && fills < fillsMax; fills++) {
		const older = await readPage(id, { limit: String(fillLimit), cursor: fresh.nextCursor }, signal);
		fresh = joinAnswers(older, fresh);
		laid = mergeNewest(old, fresh);
	}
	if (laid === null) return openThread(fresh);
	const isFresh = new Set(fresh.messages.map((message) => message.id));
	const further = heard.filter((messageId) => !isFresh.has(messageId) && findMessage(old, messageId));
	for (const messageId of further) {
		const { events: _, ...message } = await ask(() =>
			api.messages[":id"].$get({ param: { id: messageId } }, until(signal)),
		);
		laid = mergeMessage(laid, message);
	}
	return laid;
}

/** Includes the first unread text, because the conversation opens there. */
async function withUnread(
	id: string,
	fresh: ConversationThread,
	signal: AbortSignal,
): Promise<ConversationThread> {
	const { messages, unreadCount, nextCursor } = fresh;
	if (nextCursor === null || messages.filter(({ direction }) => direction === "inbound").length > unreadCount)
		return fresh;
	return joinAnswers(await readPage(id, { limit: String(fillLimit), cursor: nextCursor }, signal), fresh);
}

function readPage(id: string, query: { limit: string; cursor?: string }, signal: AbortSignal | undefined) {
	return ask(() => api.conversations[":id"].$get({ param: { id }, query }, until(signal)));
}

export const olderOf = (id: string) => `older/${id}`;

export async function loadOlder(id: string, limit = olderLimit): Promise<void> {
	const cursor = peek(threadOf(id))?.olderCursor;
	if (!cursor) return;
	await act(olderOf(id), async () => {
		const older = await readPage(id, { limit: String(limit), cursor }, undefined);
		const now = peek(threadOf(id));
		if (now?.olderCursor === cursor) put(threadOf(id), prependOlder(now, older));
	});
}

export async function loadBackTo(id: string, messageId: string): Promise<boolean> {
	for (let page = 0; page < backMax; page++) {
		const thread = peek(threadOf(id));
		if (!thread) return false;
		if (findMessage(thread, messageId)) return true;
		if (thread.olderCursor === null) return false;
		await loadOlder(id, fillLimit);
		if (peek(threadOf(id))?.olderCursor === thread.olderCursor) return false;
	}
	return false;
}

/** Pages of `fillLimit`: ten thousand texts. */
const backMax = 50;
