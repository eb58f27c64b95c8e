import { createExecutionContext } from "cloudflare:test";
import type { Result } from "@cloudpbx/contracts/errors";
import type { ListConversations } from "@cloudpbx/contracts/texts/conversation-input";
import { settings } from "@cloudpbx/db/schema/admin";
import { conversationNotes, conversations, messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MessagingService } from "../../../src/rpc.ts";
import { conversationIdOf } from "../../../src/texts/text-ids.ts";
import { db, foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { receive, sidOf } from "../webhooks.ts";
import { loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);
const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "agent" as const };
let count = 0;

beforeEach(async () => {
	await db.delete(conversations);
	await db.delete(conversationNotes);
});

async function expectOk<Value>(result: Promise<Result<Value>>): Promise<Value> {
	const answered = await result;
	if (!answered.ok) throw new Error(answered.error.message);
	return answered.value;
}

async function writer(bodies = ["Hi"], to = mainLine) {
	const from = `+1415555${String(8000 + ++count)}`;
	const words = bodies.map((_, index) => `in${count}x${index}`);
	for (const [index, body] of bodies.entries())
		await receive(words[index] ?? "", body, { From: from, To: to });
	const ids = words.map((word) => `msg_${sidOf(word).slice(2)}`);
	return { from, to, id: await conversationIdOf(from, to), ids };
}

const unreadOf = async (from: string, to = mainLine) => (await loadConversation(from, to))?.unreadCount;

describe("a conversation", () => {
	it("is the same by its id and by its two numbers, whatever is done with it", async () => {
		new Workshop();
		const { from, to, id } = await writer();
		expect(await rpc.getConversation({ conversationId: id }, {})).toEqual(
			await rpc.getConversation({ from: from.slice(2), to }, {}),
		);
		expect(await rpc.takeOverConversation({ conversationId: id }, olivia)).toMatchObject({
			value: { id, mode: "human" },
		});
		expect(await rpc.handBackConversation({ conversationId: id }, olivia)).toMatchObject({
			value: { id, mode: "assistant" },
		});
		expect(await rpc.addNote({ conversationId: id, text: "Calls often." }, olivia)).toMatchObject({
			value: { note: { text: "Calls often." }, conversation: { id, from, to } },
		});
		expect(await rpc.reply({ conversationId: id, message: "Hello" }, olivia)).toMatchObject({
			value: { conversationId: id, from: to, to: from },
		});
	});

	it("is named in one way, and is unknown by an id that nobody has", async () => {
		const { from, to, id } = await writer();
		const refs = [{}, { from }, { to }, { conversationId: id, from, to }, { conversationId: id, from }];
		for (const ref of refs) {
			expect(await rpc.takeOverConversation(ref, olivia)).toMatchObject({ error: { code: "bad_input" } });
		}
		const conversationId = "conv_nobody";
		for (const answered of [
			rpc.getConversation({ conversationId }, {}),
			rpc.takeOverConversation({ conversationId }, olivia),
			rpc.markConversationUnread({ conversationId }),
			rpc.addNote({ conversationId, text: "x" }, olivia),
			rpc.reply({ conversationId, message: "x" }, olivia),
		]) {
			expect(await answered).toMatchObject({ error: { code: "not_found" } });
		}
	});

	it("says since when somebody waits for a person, however often they write again", async () => {
		const shop = new Workshop();
		const from = "+14155558900";
		await shop.text("Can I talk to a real person?", { from });
		const asked = shop.at.toISOString();
		await shop.deliverJobs(60);
		const { waitingSince, mode } = await expectOk(rpc.getConversation({ from, to: mainLine }, {}));
		expect([mode, waitingSince]).toEqual(["waiting", asked]);
		shop.pass(600);
		await shop.text("Anybody?", { from });
		const [listed] = (await expectOk(rpc.listConversations({ filter: ["waiting"] }))).items;
		expect(listed).toMatchObject({ waitingSince: asked, waitingReason: "asked_for_person" });
		expect(listed?.lastMessageAt).not.toBe(asked);
		await rpc.takeOverConversation({ from, to: mainLine }, olivia);
		expect(await rpc.getConversation({ from, to: mainLine }, {})).toMatchObject({
			value: { waitingSince: null },
		});
	});

	it("says it as well when nothing was answered, since the assistant is off", async () => {
		const shop = new Workshop();
		const from = "+14155558901";
		const off = { key: "isAssistantOn", value: false, updatedAt: new Date() };
		await db.insert(settings).values(off);
		await shop.text("Hello?", { from });
		const asked = shop.at.toISOString();
		await shop.deliverJobs(60);
		await db.delete(settings).where(eq(settings.key, off.key));
		expect(await rpc.getConversation({ from, to: mainLine }, {})).toMatchObject({
			value: { mode: "waiting", waitingReason: "assistant_off", waitingSince: asked },
		});
	});
});

describe("a thread", () => {
	const bodiesOf = ({ messages }: { messages: { body: string }[] }) => messages.map(({ body }) => body);

	it("holds only what is newer than a message, oldest first, page by page", async () => {
		const { from, to, ids } = await writer(["1", "2", "3", "4", "5"]);
		const ref = { from, to };
		const first = await expectOk(rpc.getConversation(ref, { after: ids[1], limit: 2 }));
		expect(bodiesOf(first)).toEqual(["3", "4"]);
		for (const next of [{ cursor: first.nextCursor ?? "" }, { after: first.nextCursor ?? "" }]) {
			const second = await expectOk(rpc.getConversation(ref, { ...next, limit: 2 }));
			expect([bodiesOf(second), second.nextCursor]).toEqual([["5"], null]);
		}
		const nothing = await expectOk(rpc.getConversation(ref, { after: ids[4] }));
		expect([nothing.messages, nothing.notes, nothing.nextCursor]).toEqual([[], [], null]);
		const newest = await expectOk(rpc.getConversation(ref, { limit: 2 }));
		const since = await expectOk(rpc.getConversation(ref, { after: newest.nextCursor ?? "", limit: 10 }));
		expect(bodiesOf(since)).toEqual(["5"]);
	});

	it("is refused after a message of another conversation, and after nonsense", async () => {
		const own = await writer();
		const other = await writer();
		const ref = { conversationId: own.id };
		for (const after of [other.ids[0], "msg_0", "W10", "nonsense"]) {
			expect(await rpc.getConversation(ref, { after })).toMatchObject({
				error: { code: "bad_input", message: expect.stringMatching(/^after: /) },
			});
		}
		const both = { after: own.ids[0], cursor: "W10" };
		expect(await rpc.getConversation(ref, both)).toMatchObject({ error: { code: "bad_input" } });
		expect(await rpc.getConversation({ conversationId: "conv_0" }, { after: "msg_0" })).toMatchObject({
			error: { code: "not_found" },
		});
	});

	it("comes with the notes of its time, and of many no more than a page holds", async () => {
		const { id, ids } = await writer(["1", "2", "3"]);
		const at = async (index: number) => {
			const [row] = await db
				.select()
				.from(messages)
				.where(eq(messages.id, ids[index] ?? ""));
			return row?.createdAt.getTime() ?? 0;
		};
		await db
			.update(messages)
			.set({ createdAt: new Date((await at(2)) + 5000) })
			.where(eq(messages.id, ids[2] ?? ""));
		const notes = (word: string, moment: number, number: number) =>
			Array.from({ length: number }, (_, index) => ({
				id: `note_${word}${index}`,
				conversationId: id,
				body: `${word}${index}`,
				actorName: "Olivia",
				createdAt: new Date(moment),
			}));
		const before = await at(1);
		const after = await at(2);
		await db
			.insert(conversationNotes)
			.values([...notes("early", before + 1, 3), ...notes("late", after + 1, 1)]);
		const newest = await expectOk(rpc.getConversation({ conversationId: id }, { limit: 1 }));
		expect(newest.notes.map(({ text }) => text)).toEqual(["late0"]);
		const seen: string[] = [];
		let cursor = newest.nextCursor;
		while (cursor !== null) {
			const page = await expectOk(rpc.getConversation({ conversationId: id }, { limit: 2, cursor }));
			expect(page.notes.length).toBeLessThanOrEqual(2);
			seen.unshift(...page.notes.map(({ text }) => text));
			cursor = page.nextCursor;
		}
		expect(seen).toEqual(["early0", "early1", "early2"]);
		const since = await expectOk(rpc.getConversation({ conversationId: id }, { after: ids[2] }));
		expect(since.notes.map(({ text }) => text)).toEqual(["late0"]);
	});
});

describe("the list", () => {
	const walk = async (filter: ListConversations) => {
		const all: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await expectOk(rpc.listConversations({ ...filter, limit: 2, cursor }));
			expect(page.items.length).toBeLessThanOrEqual(2);
			all.push(...page.items.map(({ from }) => from));
			cursor = page.nextCursor ?? undefined;
		} while (cursor);
		return all;
	};

	it("is filtered by several modes, by what is unread, by our line, and by all of them together", async () => {
		new Workshop();
		const [a, b, c, d, e] = [
			await writer(),
			await writer(["Hi"], janesLine),
			await writer(),
			await writer(["Hi"], janesLine),
			await writer(),
		];
		await rpc.takeOverConversation(a, olivia);
		await rpc.takeOverConversation(b, olivia);
		await rpc.closeConversations([{ conversationId: c.id }], olivia);
		await rpc.markConversationsRead([{ conversationId: b.id }]);
		const all = [e, d, c, b, a].map(({ from }) => from);
		const some = (...people: { from: string }[]) =>
			all.filter((from) => people.some((person) => person.from === from));

		expect(await walk({})).toEqual(all);
		expect(await walk({ filter: ["human"] })).toEqual(some(a, b));
		expect(await walk({ filter: ["human", "closed"] })).toEqual(some(a, b, c));
		expect(await walk({ filter: ["waiting", "assistant", "human", "closed"] })).toEqual(all);
		expect(await walk({ unread: true })).toEqual(some(a, d, e));
		expect(await walk({ number: janesLine })).toEqual(some(b, d));
		expect(await walk({ number: "(415) 555-0101" })).toEqual(some(b, d));
		expect(await walk({ number: "+14155550000" })).toEqual([]);
		expect(await walk({ unread: true, filter: ["human"] })).toEqual(some(a));
		expect(await walk({ unread: true, number: janesLine })).toEqual(some(d));
		expect(await walk({ number: mainLine, filter: ["human", "closed"] })).toEqual(some(a, c));
		expect(await walk({ number: mainLine, filter: ["human", "assistant"], unread: true })).toEqual(
			some(a, e),
		);
	});

	it("has no place for a conversation in which there is nothing but a campaign's texts", async () => {
		const { id } = await writer();
		await db.update(conversations).set({ listedAt: null }).where(eq(conversations.id, id));
		for (const filter of [
			{},
			{ unread: true as const },
			{ number: mainLine },
			{ filter: ["assistant" as const] },
		]) {
			expect(await walk(filter)).toEqual([]);
		}
	});
});

describe("what is unread", () => {
	it("is what came in behind the message that was seen", async () => {
		const { from, to, id, ids } = await writer(["1", "2", "3"]);
		const read = (upTo?: string) =>
			rpc.markConversationsRead([{ conversationId: id, ...(upTo && { upTo }) }]);
		expect(await read(ids[0])).toMatchObject({ value: [{ unreadCount: 2 }] });
		await receive("later", "4", { From: from, To: to });
		expect(await read(ids[2])).toMatchObject({ value: [{ unreadCount: 1 }] });
		expect(await read(ids[0])).toMatchObject({ value: [{ unreadCount: 1 }] });
		expect(await read(`msg_${sidOf("later").slice(2)}`)).toMatchObject({ value: [{ unreadCount: 0 }] });
		expect(await read(ids[0])).toMatchObject({ value: [{ unreadCount: 0 }] });
	});

	it("keeps the text that came in while somebody was reading", async () => {
		const { id, from, to, ids } = await writer(["1"]);
		await Promise.all([
			receive("meanwhile", "2", { From: from, To: to }),
			rpc.markConversationsRead([{ conversationId: id, upTo: ids[0] }]),
		]);
		expect(await unreadOf(from)).toBe(1);
	});

	it("counts no text of our own behind the message that was seen", async () => {
		new Workshop();
		const { id, from, ids } = await writer(["1", "2"]);
		await rpc.sendText({ to: from, message: "Hello" }, olivia);
		const [, , own] = await loadThread(from);
		expect(await rpc.markConversationsRead([{ conversationId: id, upTo: ids[0] }])).toMatchObject({
			value: [{ unreadCount: 1 }],
		});
		expect(await rpc.markConversationsRead([{ conversationId: id, upTo: own?.id }])).toMatchObject({
			value: [{ unreadCount: 0 }],
		});
	});

	it("is at least one when somebody says so, and everything when nobody read it", async () => {
		const one = await writer(["1", "2"]);
		const { id } = one;
		expect(await rpc.markConversationUnread({ conversationId: id })).toMatchObject({
			value: { unreadCount: 2 },
		});
		await rpc.markConversationsRead([{ conversationId: id }]);
		expect(await rpc.markConversationUnread(one)).toMatchObject({ value: { unreadCount: 1 } });
		expect(await rpc.markConversationUnread(one)).toMatchObject({ value: { unreadCount: 1 } });
		expect(await rpc.markConversationsRead([{ conversationId: id, upTo: one.ids[1] }])).toMatchObject({
			value: [{ unreadCount: 0 }],
		});
	});

	it("is changed in many conversations at once, in the order asked for, without those that are unknown", async () => {
		const [a, b] = [await writer(["1", "2"]), await writer()];
		const items = [
			{ conversationId: b.id },
			{ conversationId: "conv_unknown" },
			{ conversationId: a.id },
			{ conversationId: a.id, upTo: a.ids[0] },
		];
		expect(await rpc.markConversationsRead(items)).toMatchObject({
			value: [
				{ id: b.id, unreadCount: 0 },
				{ id: a.id, unreadCount: 1 },
			],
		});
		const refs = [{ conversationId: a.id }, { conversationId: "conv_unknown" }, { from: b.from, to: b.to }];
		expect(await rpc.closeConversations(refs, olivia)).toMatchObject({
			value: [
				{ id: a.id, mode: "closed", unreadCount: 0 },
				{ id: b.id, mode: "closed" },
			],
		});
		const many = Array.from({ length: 201 }, () => ({ conversationId: a.id }));
		expect(await rpc.markConversationsRead(many)).toMatchObject({ error: { code: "bad_input" } });
		expect(await rpc.closeConversations(many, olivia)).toMatchObject({ error: { code: "bad_input" } });
	});

	it("changes nowhere when one message is of another conversation", async () => {
		const [a, b] = [await writer(), await writer()];
		for (const upTo of [b.ids[0], "msg_0000000000000000"]) {
			const items = [{ conversationId: b.id }, { conversationId: a.id, upTo }];
			expect(await rpc.markConversationsRead(items)).toMatchObject({
				error: { code: "bad_input", message: expect.stringMatching(/^upTo: /) },
			});
		}
		expect([await unreadOf(a.from), await unreadOf(b.from)]).toEqual([1, 1]);
	});
});
