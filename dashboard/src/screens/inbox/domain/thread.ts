import type {
	NamedConversation as Conversation,
	NamedThread as ConversationThread,
	Note,
} from "@cloudpbx/contracts/texts/conversations";
import type { Message } from "@cloudpbx/contracts/texts/messages";

/** Texts without a gap, and the notes of their time; oldest first. */
export interface ThreadPage {
	messages: readonly Message[];
	notes: readonly Note[];
}

/** The loaded pages, oldest first, without a gap. An unchanged page stays the same object. */
export interface Thread {
	conversation: Conversation;
	pages: readonly ThreadPage[];
	olderCursor: string | null;
}

/** The last page takes new texts up to this number; then a new page begins. */
const pageMessagesMax = 100;

export function openThread(fresh: ConversationThread): Thread {
	const { messages, notes, nextCursor, ...conversation } = fresh;
	return { conversation, pages: [{ messages, notes }], olderCursor: nextCursor };
}

export function joinAnswers(older: ConversationThread, newer: ConversationThread): ConversationThread {
	return {
		...newer,
		messages: [...older.messages, ...newer.messages],
		notes: [...older.notes, ...newer.notes],
		nextCursor: older.nextCursor,
	};
}

export function prependOlder(thread: Thread, older: ConversationThread): Thread {
	const known = new Set(
		thread.pages.flatMap(({ messages, notes }) => [...messages, ...notes].map(({ id }) => id)),
	);
	const isNew = ({ id }: { id: string }) => !known.has(id);
	const page = { messages: older.messages.filter(isNew), notes: older.notes.filter(isNew) };
	const pages = page.messages.length + page.notes.length > 0 ? [page, ...thread.pages] : thread.pages;
	return { ...thread, pages, olderCursor: older.nextCursor };
}

/** Adds the newest texts. Null: texts between them and the thread are missing. */
export function mergeNewest(old: Thread, fresh: ConversationThread): Thread | null {
	const { messages, notes, nextCursor, ...conversation } = fresh;
	const last = newestOf(old);
	const meets = last === undefined || nextCursor === null || messages.some(({ id }) => id === last.id);
	if (!meets) return null;
	const pages = mergeNotes(mergeMessages(old.pages, messages), notes);
	return { conversation, pages, olderCursor: old.olderCursor };
}

export function mergeMessage(thread: Thread, message: Message): Thread {
	return { ...thread, pages: mergeMessages(thread.pages, [message]) };
}

export function mergeNote(thread: Thread, note: Note): Thread {
	return { ...thread, pages: mergeNotes(thread.pages, [note]) };
}

export function newestOf(thread: Thread): Message | undefined {
	return thread.pages.findLast(({ messages }) => messages.length > 0)?.messages.at(-1);
}

export function findMessage(thread: Thread, id: string): Message | undefined {
	for (const { messages } of thread.pages) {
		const found = messages.find((message) => message.id === id);
		if (found) return found;
	}
}

function mergeMessages(pages: readonly ThreadPage[], fresh: readonly Message[]): readonly ThreadPage[] {
	const { laid, unknown } = replaceChanged(pages, fresh, "messages");
	if (unknown.length === 0) return laid;
	const last = laid.at(-1);
	if (!last || last.messages.length + unknown.length > pageMessagesMax)
		return [...laid, { messages: unknown, notes: [] }];
	return [...laid.slice(0, -1), { ...last, messages: [...last.messages, ...unknown] }];
}

function mergeNotes(pages: readonly ThreadPage[], fresh: readonly Note[]): readonly ThreadPage[] {
	const { laid, unknown } = replaceChanged(pages, fresh, "notes");
	const last = laid.at(-1);
	if (unknown.length === 0 || !last) return laid;
	return [...laid.slice(0, -1), { ...last, notes: [...last.notes, ...unknown] }];
}

function replaceChanged<Kind extends "messages" | "notes">(
	pages: readonly ThreadPage[],
	fresh: ThreadPage[Kind],
	kind: Kind,
): { laid: readonly ThreadPage[]; unknown: ThreadPage[Kind][number][] } {
	const wanted = new Map(fresh.map((item) => [item.id, item]));
	const laid = pages.map((page) => {
		let isChanged = false;
		const items = page[kind].map((item) => {
			const now = wanted.get(item.id);
			wanted.delete(item.id);
			if (!now || JSON.stringify(now) === JSON.stringify(item)) return item;
			isChanged = true;
			return now;
		});
		return isChanged ? { ...page, [kind]: items } : page;
	});
	return { laid, unknown: [...wanted.values()] };
}
