import { createExecutionContext } from "cloudflare:test";
import { messages } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { deriveId } from "@cloudpbx/kit/derive-id";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { MessagingService } from "../../../src/rpc.ts";
import { conversationIdOf, replyIdOf } from "../../../src/texts/text-ids.ts";
import { db, foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { receive, report, sidOf } from "../webhooks.ts";
import { loadConversation, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);
const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let count = 0;
const somebody = () => `+1415555${String(7000 + ++count)}`;

/** Somebody who has written. */
async function writer(body = "Hi", to = mainLine): Promise<string> {
	const from = somebody();
	await receive(`p${count}`, body, { From: from, To: to });
	return from;
}

describe("replying", () => {
	it("sends the text, makes the conversation a person's, and reads it", async () => {
		const shop = new Workshop();
		const from = await writer();
		const result = await rpc.reply({ from, to: mainLine, message: "This is Olivia." }, olivia);
		expect(result).toMatchObject({
			ok: true,
			value: {
				from: mainLine,
				to: from,
				body: "This is Olivia.",
				author: "person",
				authorName: "Olivia",
				status: "queued",
			},
		});
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(await loadConversation(from)).toMatchObject({
			mode: "human",
			takenOverBy: "Olivia",
			unreadCount: 0,
		});
	});

	it("to whoever is out is refused in words, and leaves the conversation as it was", async () => {
		const shop = new Workshop();
		const from = await writer("STOP");
		const result = await rpc.reply({ from, to: mainLine, message: "But wait!" }, olivia);
		expect(result).toMatchObject({ ok: false, error: { code: "precondition_failed" } });
		expect(!result.ok && result.error.message).toContain("opted out");
		expect(shop.carrier.sent(from)).toEqual([]);
		expect(await loadConversation(from)).toMatchObject({ mode: "assistant" });
	});

	it("needs a conversation and a text", async () => {
		new Workshop();
		const nobody = { from: "+14155559998", to: mainLine };
		expect(await rpc.reply({ ...nobody, message: "Hi" }, olivia)).toMatchObject({
			error: { code: "not_found" },
		});
		const from = await writer();
		expect(await rpc.reply({ from, to: mainLine, message: "" }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
		expect(await rpc.reply({ from, to: mainLine, message: "x".repeat(1601) }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
	});
});

describe("texting anybody", () => {
	it("takes the number as typed and the company's main line", async () => {
		const shop = new Workshop();
		const result = await rpc.sendText({ to: "(415) 555-0177", message: "Hello from us" }, olivia);
		expect(result).toMatchObject({ ok: true, value: { from: mainLine, to: "+14155550177" } });
		expect(shop.carrier.sent("+14155550177")).toHaveLength(1);
		expect(await loadConversation("+14155550177")).toMatchObject({ mode: "assistant", lastAuthor: "person" });
	});

	it("is one text when the same id comes twice", async () => {
		const shop = new Workshop();
		const input = { to: somebody(), message: "Once", id: "msg_00000000000000aa" };
		const first = await rpc.sendText(input, olivia);
		expect(await rpc.sendText(input, olivia)).toEqual(first);
		expect(shop.carrier.sent(input.to)).toHaveLength(1);
	});

	it("never goes to the number of an earlier request with the same id", async () => {
		const shop = new Workshop();
		const [out, next] = [somebody(), somebody()];
		await shop.text("please stop texting me", { from: out });
		const id = "msg_00000000000000ab";
		expect(await rpc.sendText({ to: out, message: "Hi", id }, olivia)).toMatchObject({
			error: { code: "precondition_failed" },
		});
		expect(await rpc.sendText({ to: next, message: "Hi", id }, olivia)).toMatchObject({
			error: { code: "conflict" },
		});
		expect(shop.carrier.sent(next)).toEqual([]);
		expect(shop.carrier.sent(out).filter(({ body }) => body === "Hi")).toEqual([]);
	});

	it("tells nothing of the text that an id belongs to", async () => {
		const shop = new Workshop();
		const to = somebody();
		const sent = { to, message: "Once", id: "msg_00000000000000ac" };
		await rpc.sendText(sent, olivia);
		expect(await rpc.sendText({ ...sent, message: "Other words" }, olivia)).toMatchObject({
			error: { code: "conflict" },
		});
		expect(await rpc.sendText({ ...sent, to: somebody() }, olivia)).toMatchObject({
			error: { code: "conflict" },
		});
		expect(shop.carrier.sent(to)).toHaveLength(1);
	});

	it("takes no id that is derived from something else, though it can be computed", async () => {
		const shop = new Workshop();
		const to = await writer();
		const ofCampaign = await deriveId("msg", "campaign", "cmp_1", to);
		const ofAssistant = await replyIdOf(await conversationIdOf(to, mainLine), 1);
		await shop.text("Mine", { from: to });
		const [inbound] = await db.select().from(messages).where(eq(messages.body, "Mine"));
		for (const id of [ofCampaign, ofAssistant, inbound?.id ?? ""]) {
			const sent = await rpc.sendText({ to, message: `Instead of ${id}`, id }, olivia);
			expect(sent).toMatchObject({ ok: true });
			expect(sent.ok && sent.value.id).not.toBe(id);
			const texts = await db.select().from(messages).where(eq(messages.id, id));
			expect(texts.filter(({ direction }) => direction === "outbound")).toEqual([]);
		}
		expect(shop.carrier.sent(to)).toHaveLength(3);
	});

	it("is another text when somebody else chose the same id", async () => {
		const shop = new Workshop();
		const input = { to: somebody(), message: "Once", id: "msg_00000000000000ae" };
		await rpc.sendText(input, olivia);
		expect(await rpc.sendText(input, { ...olivia, id: "usr_2" })).toMatchObject({ ok: true });
		expect(shop.carrier.sent(input.to)).toHaveLength(2);
	});

	it("may be corrected under the same id after a refusal", async () => {
		const shop = new Workshop();
		const to = somebody();
		const id = "msg_00000000000000ad";
		shop.carrier.fault = () => ({ status: 400, code: 30034 });
		expect(await rpc.sendText({ to, message: "First", id }, olivia)).toMatchObject({ ok: false });
		shop.carrier.fault = () => null;
		expect(await rpc.sendText({ to, message: "Second", id }, olivia)).toMatchObject({ ok: true });
		expect(shop.carrier.sent(to).map(({ body }) => body)).toEqual(["Second"]);
	});

	it("leaves out what nobody typed", async () => {
		const shop = new Workshop();
		const to = somebody();
		await rpc.sendText({ to, message: "a\u0007b\r\nc\ud83d" }, olivia);
		expect(shop.carrier.sent(to).map(({ body }) => body)).toEqual(["ab\nc\ufffd"]);
		expect(await rpc.sendText({ to, message: "\u0000" }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
	});

	it("goes out by the main line that is kept when another one is given back", async () => {
		const shop = new Workshop();
		const releasing = { id: "num_going", number: "+18005550109", kind: "toll_free" as const };
		const at = new Date("2020-01-01T00:00:00Z");
		await db.insert(phoneNumbers).values({ ...releasing, createdAt: at, releasingAt: at });
		const to = somebody();
		expect(await rpc.sendText({ to, message: "Hi" }, olivia)).toMatchObject({ ok: true });
		expect(shop.carrier.sent(to)).toMatchObject([{ from: mainLine }]);
		await db.delete(phoneNumbers).where(eq(phoneNumbers.id, releasing.id));
	});

	it.each([
		[{ to: "nonsense", message: "Hi" }, "bad_input"],
		[{ to: "+14155550178", message: "Hi", from: "+14155550000" }, "bad_input"],
		[{ to: janesLine, message: "Hi" }, "bad_input"],
	])("refuses %o", async (input, code) => {
		new Workshop();
		expect(await rpc.sendText(input, olivia)).toMatchObject({ ok: false, error: { code } });
	});

	it("says what the carrier said when it refuses for good", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 400, code: 30034 });
		const result = await rpc.sendText({ to: somebody(), message: "Hi" }, olivia);
		expect(result).toMatchObject({ ok: false, error: { code: "precondition_failed" } });
		expect(!result.ok && result.error.message).toContain("not registered");
	});
});

describe("the inbox", () => {
	it("lists the latest first, by who speaks, page by page", async () => {
		const people = [await writer("one"), await writer("two"), await writer("three")];
		for (const from of people) await rpc.takeOverConversation({ from, to: mainLine }, olivia);
		const all: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await rpc.listConversations({ filter: ["human"], limit: 2, cursor });
			if (!page.ok) throw new Error(page.error.message);
			expect(page.value.items.length).toBeLessThanOrEqual(2);
			all.push(...page.value.items.map(({ from }) => from));
			cursor = page.value.nextCursor ?? undefined;
		} while (cursor);
		expect(all.slice(0, 3)).toEqual(people.toReversed());
		expect(new Set(all).size).toBe(all.length);
		const waiting = await rpc.listConversations({ filter: ["waiting"] });
		expect(waiting).toMatchObject({ ok: true, value: { items: [] } });
	});

	it("shows a conversation with its messages, notes and unread count", async () => {
		const from = await writer("My machine is broken");
		const key = { from, to: mainLine };
		await rpc.addNote({ ...key, text: "Calls about the leak." }, olivia);
		const thread = await rpc.getConversation(key, {});
		expect(thread).toMatchObject({
			ok: true,
			value: {
				...key,
				mode: "assistant",
				isOptedOut: false,
				unreadCount: 1,
				lastMessage: { preview: "My machine is broken", direction: "inbound", author: "contact" },
				messages: [{ body: "My machine is broken", direction: "inbound", status: "received" }],
				notes: [{ text: "Calls about the leak.", authorName: "Olivia" }],
				nextCursor: null,
			},
		});
		expect(await rpc.markConversationsRead([key])).toMatchObject({ ok: true, value: [{ unreadCount: 0 }] });
	});

	it("pages through a long conversation, oldest first within a page", async () => {
		const from = await writer("text 0");
		for (let index = 1; index < 5; index++) await receive(`long${index}`, `text ${index}`, { From: from });
		const key = { from, to: mainLine };
		const first = await rpc.getConversation(key, { limit: 3 });
		if (!first.ok) throw new Error(first.error.message);
		expect(first.value.messages.map(({ body }) => body)).toEqual(["text 2", "text 3", "text 4"]);
		const second = await rpc.getConversation(key, { limit: 3, cursor: first.value.nextCursor ?? "" });
		if (!second.ok) throw new Error(second.error.message);
		expect(second.value.messages.map(({ body }) => body)).toEqual(["text 0", "text 1"]);
		expect(second.value.nextCursor).toBeNull();
	});

	it("knows no conversation that never was, and no cursor that is not its own", async () => {
		const key = { from: "+14155559997", to: mainLine };
		expect(await rpc.getConversation(key, {})).toMatchObject({ error: { code: "not_found" } });
		expect(await rpc.addNote({ ...key, text: "x" }, olivia)).toMatchObject({ error: { code: "not_found" } });
		expect(await rpc.listConversations({ cursor: "nonsense" })).toMatchObject({
			error: { code: "bad_input" },
		});
		expect(await rpc.searchMessages({ query: "x", cursor: "W10" })).toMatchObject({
			error: { code: "bad_input" },
		});
	});
});

describe("a message", () => {
	it("tells its history and what an error means", async () => {
		const shop = new Workshop();
		const sent = await rpc.sendText({ to: somebody(), message: "Hi" }, olivia);
		if (!sent.ok) throw new Error(sent.error.message);
		await report(shop.carrier.sent()[0]?.sid ?? "", "undelivered", "/sms/status", 30005);
		const message = await rpc.getMessage(sent.value.id);
		expect(message).toMatchObject({
			ok: true,
			value: {
				status: "undelivered",
				errorCode: 30005,
				error: expect.stringContaining("unknown or no longer in use"),
			},
		});
		expect(message.ok && message.value.events.map(({ kind }) => kind)).toEqual([
			"allowed",
			"attempted",
			"accepted",
			"status",
		]);
	});

	it("is unknown when it never was", async () => {
		expect(await rpc.getMessage("msg_0000000000000000")).toMatchObject({ error: { code: "not_found" } });
	});
});

describe("the search", () => {
	it.each([
		["espresso broken", ["The ESPRESSO machine is broken again"]],
		["espresso brok", ["The ESPRESSO machine is broken again"]],
		["cafe", ["Un café, por favor"]],
		["nothing like it", []],
		['"; DROP TABLE messages; --', []],
		["* OR body NEAR(", []],
	])("finds %s", async (query, bodies) => {
		await receive("s1", "The ESPRESSO machine is broken again", { From: "+14155557801" });
		await receive("s2", "Un café, por favor", { From: "+14155557802" });
		const found = await rpc.searchMessages({ query });
		expect(found.ok && found.value.items.map(({ body }) => body)).toEqual(bodies);
	});

	it("finds the newest first, page by page, and no longer what was deleted", async () => {
		for (let index = 0; index < 5; index++)
			await receive(`pg${index}`, `zebra ${index}`, { From: "+14155557803" });
		const first = await rpc.searchMessages({ query: "zebra", limit: 3 });
		if (!first.ok) throw new Error(first.error.message);
		expect(first.value.items.map(({ body }) => body)).toEqual(["zebra 4", "zebra 3", "zebra 2"]);
		await db.delete(messages).where(eq(messages.carrierId, sidOf("pg1")));
		const second = await rpc.searchMessages({
			query: "zebra",
			limit: 3,
			cursor: first.value.nextCursor ?? "",
		});
		expect(second).toMatchObject({ ok: true, value: { items: [{ body: "zebra 0" }], nextCursor: null } });
	});
});

describe("opt-outs by hand", () => {
	it("hold from that second on, and end with a written reason of an owner or admin", async () => {
		const shop = new Workshop();
		const number = somebody();
		const added = await rpc.addOptOut({ number, reason: "Asked on the telephone." }, olivia);
		expect(added).toMatchObject({
			ok: true,
			value: { number, source: "person", reason: "Asked on the telephone.", addedBy: "Olivia" },
		});
		expect(await rpc.addOptOut({ number, reason: "again" }, olivia)).toEqual(added);
		expect(await rpc.sendText({ to: number, message: "Hi" }, olivia)).toMatchObject({ ok: false });
		expect(await rpc.isOptedOut([number, "+14155550001"])).toEqual({ ok: true, value: [number] });
		const listed = await rpc.listOptOuts({});
		expect(listed.ok && listed.value.items[0]).toMatchObject({
			number,
			source: "person",
			at: expect.any(String),
		});

		const agent = { ...olivia, role: "agent" as const };
		const reason = "She called and wants our texts again.";
		expect(await rpc.removeOptOut({ number, reason, actor: agent })).toMatchObject({
			error: { code: "forbidden" },
		});
		expect(await rpc.removeOptOut({ number, reason: "ok", actor: olivia })).toMatchObject({
			error: { code: "bad_input" },
		});
		expect(await rpc.removeOptOut({ number, reason, actor: olivia })).toEqual({ ok: true, value: null });
		expect(await rpc.removeOptOut({ number, reason, actor: olivia })).toMatchObject({
			error: { code: "not_found" },
		});
		expect(await rpc.sendText({ to: number, message: "Hi" }, olivia)).toMatchObject({ ok: true });
		expect(shop.carrier.sent(number)).toHaveLength(1);
		const ledger = await rpc.listConsentEvents(number);
		expect(ledger).toMatchObject({
			ok: true,
			value: [
				{ kind: "opt_out", source: "person", reason: "Asked on the telephone.", by: "Olivia" },
				{ kind: "opt_in", source: "person", reason, by: "Olivia" },
			],
		});
	});

	it("come in lists, with what is wrong in them", async () => {
		const [known, fresh] = [somebody(), somebody()];
		await rpc.addOptOut({ number: known, reason: "before" }, olivia);
		const rows = [
			{ number: known, reason: "list" },
			{ number: fresh, reason: "list" },
			{ number: fresh, reason: "list" },
			{ number: "n/a", reason: "list" },
		];
		expect(await rpc.importOptOuts(rows, olivia)).toEqual({
			ok: true,
			value: {
				added: 1,
				unchanged: 1,
				invalid: [{ row: 3, reason: "“n/a”: This is not a telephone number." }],
			},
		});
		expect(await rpc.importOptOuts(rows.slice(0, 3), olivia)).toMatchObject({
			value: { added: 0, unchanged: 2 },
		});
		const many = Array.from({ length: 5000 }, (_, index) => ({
			number: `+1650${2000000 + index}`,
			reason: "old list",
		}));
		expect(await rpc.importOptOuts(many, olivia)).toMatchObject({ value: { added: 5000, unchanged: 0 } });
	});

	it("are added for telephone numbers only", async () => {
		expect(await rpc.addOptOut({ number: "ACME", reason: "x" }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
	});
});

it("refuses what is not of the form, in words", async () => {
	expect(await rpc.sendTexts([{ id: "nonsense" } as never])).toMatchObject({
		ok: false,
		error: { code: "bad_input", message: expect.stringContaining("id:") },
	});
});

it("is not healthy at the placeholder of its address", async () => {
	expect(await rpc.health()).toMatchObject({
		ok: false,
		error: { code: "precondition_failed", message: expect.stringContaining("placeholder") },
	});
});
