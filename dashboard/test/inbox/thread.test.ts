import { describe, expect, it } from "vitest";
import {
	joinAnswers,
	mergeMessage,
	mergeNewest,
	mergeNote,
	openThread,
	prependOlder,
	type Thread,
} from "../../src/screens/inbox/domain/thread.ts";
import { decideReadUpTo, findFirstUnread } from "../../src/screens/inbox/domain/unread.ts";
import { findWrittenSince } from "../../src/screens/inbox/domain/written-since.ts";
import { answerOf, byAssistant, byPerson, conversation, noteAt, textOf } from "./fixtures.ts";

const idsOf = ({ pages }: Thread) => pages.flatMap(({ messages }) => messages.map(({ id }) => id));
const texts = (from: number, to: number) => answerOf(from, to).messages.map(({ id }) => id);

describe("a thread", () => {
	it("takes new texts at its end and leaves the pages without a change as they are", () => {
		const opened = prependOlder(openThread(answerOf(50, 99)), answerOf(0, 49, { nextCursor: null }));
		const laid = mergeNewest(opened, answerOf(60, 104));
		expect(laid && idsOf(laid)).toEqual(texts(0, 104));
		expect(laid?.pages[0]).toBe(opened.pages[0]);
		expect(laid?.olderCursor).toBeNull();
	});

	it("shows what is different now in its place", () => {
		const opened = openThread(answerOf(0, 3));
		const delivered = textOf(2, { status: "delivered" });
		const laid = mergeMessage(opened, delivered);
		expect(laid.pages[0]?.messages[2]).toBe(delivered);
		expect(idsOf(laid)).toEqual(texts(0, 3));
	});

	it("stays the same page when the server says the same again", () => {
		const opened = openThread(answerOf(0, 3));
		expect(mergeNewest(opened, answerOf(0, 3))?.pages[0]).toBe(opened.pages[0]);
	});

	it("tells when texts between old and new ones are missing", () => {
		const opened = openThread(answerOf(0, 49));
		expect(mergeNewest(opened, answerOf(60, 109))).toBeNull();
		const filled = joinAnswers(answerOf(40, 59), answerOf(60, 109));
		const laid = mergeNewest(opened, filled);
		expect(laid && idsOf(laid)).toEqual(texts(0, 109));
	});

	it("meets a conversation that fits into one answer", () => {
		const opened = openThread(answerOf(0, 0, { messages: [] }));
		expect(idsOf(mergeNewest(opened, answerOf(0, 4)) as Thread)).toEqual(texts(0, 4));
	});

	it("begins another page after a hundred texts, so that the old ones are not drawn again", () => {
		let thread = openThread(answerOf(0, 99));
		for (let number = 100; number < 103; number++) thread = mergeMessage(thread, textOf(number));
		expect(thread.pages.map(({ messages }) => messages.length)).toEqual([100, 3]);
	});

	it("takes no text twice when pages overlap", () => {
		const laid = prependOlder(openThread(answerOf(50, 99)), answerOf(40, 52));
		expect(idsOf(laid)).toEqual(texts(40, 99));
	});

	it("keeps a note once, however often it is told", () => {
		const noted = mergeNote(openThread(answerOf(0, 1)), noteAt(1));
		expect(mergeNote(noted, noteAt(1)).pages[0]?.notes).toHaveLength(1);
	});
});

describe("unread texts", () => {
	const thread = openThread({ ...answerOf(0, 5), unreadCount: 2 });

	it("begin with the oldest of the contact's last ones", () => {
		const answered = mergeMessage(thread, textOf(6, byAssistant));
		expect(findFirstUnread(answered)).toBe(textOf(4).id);
	});

	it("begin with the oldest text that was read when there are more of them", () => {
		expect(findFirstUnread(openThread({ ...answerOf(3, 5), unreadCount: 40 }))).toBe(textOf(3).id);
	});

	it("are none when all is read", () => {
		expect(findFirstUnread(openThread(answerOf(0, 5)))).toBeNull();
	});

	it("are read up to the newest that is in view", () => {
		const look = { newest: textOf(5), unreadCount: 2, isInView: true, keptUpTo: null };
		expect(decideReadUpTo(look)).toBe(textOf(5).id);
		expect(decideReadUpTo({ ...look, isInView: false })).toBeNull();
		expect(decideReadUpTo({ ...look, unreadCount: 0 })).toBeNull();
		expect(decideReadUpTo({ ...look, newest: undefined })).toBeNull();
	});

	it("stay unread for who marked them so, until another comes", () => {
		const look = { newest: textOf(5), unreadCount: 2, isInView: true, keptUpTo: textOf(5).id };
		expect(decideReadUpTo(look)).toBeNull();
		expect(decideReadUpTo({ ...look, newest: textOf(6) })).toBe(textOf(6).id);
	});
});

describe("who else has answered since somebody began to write", () => {
	const isMine = ({ authorName }: { authorName: string | null }) => authorName === "Olive";
	const having = (...more: ReturnType<typeof textOf>[]) =>
		openThread({ ...conversation, messages: [textOf(0), textOf(1), ...more], notes: [], nextCursor: null });

	it("is a colleague or the assistant, and the newest of them", () => {
		const thread = having(textOf(2, byAssistant), textOf(3, byPerson("Jane")), textOf(4));
		expect(findWrittenSince(thread, textOf(1).id, isMine)?.id).toBe(textOf(3).id);
	});

	it("is nobody when only the contact, a campaign or the writer wrote", () => {
		const campaign = textOf(3, { direction: "outbound", author: "campaign" });
		const thread = having(textOf(2, byPerson("Olive")), campaign, textOf(4));
		expect(findWrittenSince(thread, textOf(1).id, isMine)).toBeNull();
	});

	it("is nobody when what was there then is not known", () => {
		const thread = having(textOf(2, byAssistant));
		expect(findWrittenSince(thread, null, isMine)).toBeNull();
		expect(findWrittenSince(thread, "msg_elsewhere", isMine)).toBeNull();
	});
});
