import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { Conversation } from "@cloudpbx/contracts/texts/conversations";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn } from "../api.ts";
import { foundCompany } from "../company.ts";

const contact = "+14155550199";
const ours = "+18005550100";
let key: string;
let agent: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await giveUser({ email: "agent@acme.example", role: "agent", name: "Ann Agent" });
	agent = await signIn("agent@acme.example");
});

const get = async <Body>(path: string) => expectJson<Body>(await callApi(path, { key }), 200);

async function lastChange(action: string): Promise<AuditEvent | undefined> {
	const { items } = await get<Page<AuditEvent>>("/api/audit?limit=200");
	return items.find((event) => event.action === action);
}

describe("conversations", () => {
	it("are listed by who speaks, with the cursor handed through", async () => {
		const first = await get<Page<Conversation>>("/api/conversations?filter=human");
		expect(first.items).toMatchObject([{ mode: "human", from: contact, to: ours }]);
		expect((await get<Page<Conversation>>(`/api/conversations?cursor=${first.nextCursor}`)).nextCursor).toBe(
			null,
		);
		expect((await callApi("/api/conversations?filter=loud", { key })).status).toBe(400);
		expect((await callApi("/api/conversations?cursor=nonsense", { key })).status).toBe(400);
	});

	it("are listed by several modes, by what is unread and by our number, each checked at the door", async () => {
		const listed = async (query: string) =>
			(await get<Page<Conversation>>(`/api/conversations?${query}`)).items;
		expect((await listed("filter=human,waiting,human")).map(({ mode }) => mode)).toEqual([
			"human",
			"waiting",
		]);
		expect(await listed("unread=true")).toMatchObject([{ unreadCount: 2 }]);
		expect(await listed("number=(415)%20555-0101")).toMatchObject([{ to: "+14155550101" }]);
		for (const [query, field] of [
			["filter=human,loud", "filter"],
			["filter=", "filter"],
			["unread=false", "unread"],
			["number=12", "number"],
		]) {
			expect(await expectJson(await callApi(`/api/conversations?${query}`, { key }), 400)).toMatchObject({
				errors: [{ in: "query", field }],
			});
		}
	});

	it("are found by their id, and read on from a message", async () => {
		expect(await get("/api/conversations/conv_2")).toMatchObject({
			id: "conv_2",
			messages: [{ id: "msg_1" }],
		});
		const since = await callApi("/api/conversations/conv_2?after=msg_7&limit=5", { cookie: agent });
		expect(await expectJson(since, 200)).toMatchObject({ messages: [{ id: "after msg_7" }] });
		expect((await callApi("/api/conversations/conv_3", { key })).status).toBe(404);
	});

	it("are found with + and with %2B", async () => {
		for (const path of [`${contact}/${ours}`, "%2B14155550199/%2B18005550100", `%2b14155550199/${ours}`]) {
			expect(await get(`/api/conversations/${path}`)).toMatchObject({ from: contact, to: ours });
		}
		expect((await callApi(`/api/conversations/+14155550144/${ours}`, { key })).status).toBe(404);
	});

	it("are answered by an agent, and the audit log says who wrote to whom, not what", async () => {
		const body = { from: contact, to: ours, message: "a secret of two people" };
		const sent = await expectJson<Message>(
			await callApi("/api/conversations/reply", { cookie: agent, body }),
			201,
		);
		expect(sent).toMatchObject({ to: contact, from: ours, body: body.message, authorName: "Ann Agent" });
		expect(await lastChange("conversation.reply")).toMatchObject({
			actor: { kind: "user", name: "Ann Agent" },
			target: { kind: "message", id: sent.id },
			after: { from: ours, to: "+1…99" },
		});
		const log = JSON.stringify(await db.select().from(auditEvents));
		expect(log).not.toContain("secret of two");
		expect(log).not.toContain(contact);
	});

	it.each([
		["takeover", "human"],
		["handback", "assistant"],
		["close", "closed"],
	])("are changed by %s, which is recorded", async (verb, mode) => {
		const body = { from: contact, to: ours };
		const changed = await callApi(`/api/conversations/${verb}`, { cookie: agent, body });
		expect(await expectJson(changed, 200)).toMatchObject({ mode, from: contact });
		expect(await lastChange(`conversation.${verb}`)).toMatchObject({
			actor: { name: "Ann Agent" },
			target: { kind: "conversation", id: "conv_1" },
			after: { mode, from: "+1…99", to: ours },
		});
		const byId = await callApi(`/api/conversations/${verb}`, { key, body: { conversationId: "conv_2" } });
		expect(await expectJson(byId, 200)).toMatchObject({ mode, id: "conv_2" });
		const unknown = await callApi(`/api/conversations/${verb}`, { key, body: { conversationId: "conv_3" } });
		expect(unknown.status).toBe(404);
		for (const [named, field] of [
			[{ from: contact }, "to"],
			[{ to: ours }, "from"],
			[{}, "conversationId"],
			[{ ...body, conversationId: "conv_1" }, "conversationId"],
		] as const) {
			const refused = await callApi(`/api/conversations/${verb}`, { key, body: named });
			expect(await expectJson(refused, 400)).toMatchObject({ errors: [{ in: "body", field }] });
		}
	});

	it("are closed together, and each is recorded", async () => {
		const close = (ids: string[]) => callApi("/api/conversations/close", { cookie: agent, body: { ids } });
		const closed = await expectJson<{ items: Conversation[] }>(
			await close(["conv_2", "conv_3", "conv_1"]),
			200,
		);
		expect(closed.items.map(({ id, mode }) => [id, mode])).toEqual([
			["conv_2", "closed"],
			["conv_1", "closed"],
		]);
		const { items } = await get<Page<AuditEvent>>(
			"/api/audit?targetKind=conversation&targetId=conv_2&limit=1",
		);
		expect(items).toMatchObject([{ action: "conversation.close", after: { mode: "closed", from: "+1…99" } }]);
		expect(await expectJson(await close(["conv_3"]), 200)).toEqual({ items: [] });
		expect((await close([])).status).toBe(400);
		expect((await close(Array.from({ length: 201 }, () => "conv_1"))).status).toBe(400);
	});

	it("are marked as read up to a message, one or several, and as unread", async () => {
		const mark = (verb: string, body: unknown) =>
			callApi(`/api/conversations/${verb}`, { cookie: agent, body });
		const one = { conversationId: "conv_1" };
		expect(await expectJson(await mark("read", { ...one, upTo: "msg_1" }), 200)).toMatchObject({
			unreadCount: 1,
		});
		const items = [one, { conversationId: "conv_2", upTo: "msg_1" }, { conversationId: "conv_3" }];
		expect(await expectJson(await mark("read", { items }), 200)).toMatchObject({
			items: [
				{ id: "conv_1", unreadCount: 0 },
				{ id: "conv_2", unreadCount: 1 },
			],
		});
		expect(await expectJson(await mark("unread", one), 200)).toMatchObject({ unreadCount: 1 });
		const refused = await mark("read", { ...one, upTo: "msg_other" });
		expect(await expectJson(refused, 400)).toMatchObject({ code: "bad_input" });
		for (const verb of ["read", "unread"]) {
			expect((await mark(verb, { conversationId: "conv_3" })).status).toBe(404);
			expect((await mark(verb, {})).status).toBe(400);
		}
		for (const body of [{ items, ...one }, { items, upTo: "msg_1" }, { items: [] }, { items: [{}] }]) {
			expect((await mark("read", body)).status).toBe(400);
		}
	});

	it("are answered by an id as well", async () => {
		const body = { conversationId: "conv_2", message: "Hello" };
		const sent = await callApi("/api/conversations/reply", { cookie: agent, body });
		expect(await expectJson(sent, 201)).toMatchObject({ to: contact, from: ours, body: "Hello" });
	});

	it("are marked as read, and get notes", async () => {
		const body = { from: contact, to: ours };
		const read = await callApi("/api/conversations/read", { key, body });
		expect(await expectJson(read, 200)).toMatchObject({ unreadCount: 0 });
		const noted = await callApi("/api/conversations/notes", {
			cookie: agent,
			body: { ...body, text: "Told in confidence." },
		});
		expect(await expectJson(noted, 201)).toMatchObject({
			text: "Told in confidence.",
			authorName: "Ann Agent",
		});
		expect(await lastChange("conversation.note")).toMatchObject({
			actor: { kind: "user", name: "Ann Agent" },
			target: { kind: "note", id: "note_2" },
			after: { conversationId: "conv_1", from: "+1…99", to: ours },
		});
		expect(JSON.stringify(await db.select().from(auditEvents))).not.toContain("in confidence");
		const blank = await callApi("/api/conversations/notes", { key, body: { ...body, text: "  " } });
		expect(blank.status).toBe(400);
	});
});
