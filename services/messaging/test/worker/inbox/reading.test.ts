import { createExecutionContext } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { MessagingService } from "../../../src/rpc.ts";
import { foundCompany, mainLine, testEnv } from "../company.ts";
import { receive, report } from "../webhooks.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);
const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let count = 0;
const somebody = () => `+1415555${String(7000 + ++count)}`;

async function writer(body = "Hi", to = mainLine): Promise<string> {
	const from = somebody();
	await receive(`p${count}`, body, { From: from, To: to });
	return from;
}

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
