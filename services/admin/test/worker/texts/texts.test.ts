import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { Conversation } from "@cloudpbx/contracts/texts/conversations";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany, sound } from "../company.ts";

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
const detailOf = async (response: Response, status: number) =>
	(await expectJson<{ detail: string }>(response, status)).detail;

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

describe("a text", () => {
	const send = (body: unknown) => callApi("/api/sms/send", { key, body });

	it("is sent from the main line or another number, under an id of the caller's own", async () => {
		const plain = await expectJson<Message>(await send({ to: contact, message: "Hello" }), 201);
		expect(plain).toMatchObject({ from: ours, to: contact, body: "Hello" });
		const id = "msg_00112233445566778899aabbccddeeff";
		const chosen = { to: contact, message: "Hello", from: "+14155550101", id };
		expect(await expectJson(await send(chosen), 201)).toMatchObject({ id, from: "+14155550101" });
		expect((await send({ ...chosen, id: "mine" })).status).toBe(400);
	});

	it("that the gate refuses is a 4xx with the gate's words; the audit log has only the brakes on spending, once", async () => {
		const before = (await db.select().from(auditEvents)).length;
		expect(await detailOf(await send({ to: "+14155550177", message: "x" }), 412)).toContain("opted out");
		expect(await detailOf(await send({ to: "+14155550166", message: "x" }), 412)).toContain("Quiet hours");
		expect(await db.select().from(auditEvents)).toHaveLength(before);
		for (let asked = 0; asked < 2; asked++) {
			expect(await detailOf(await send({ to: "+14155550155", message: "x" }), 429)).toContain("too many");
		}
		const after = await db.select().from(auditEvents).orderBy(auditEvents.at);
		expect(after).toHaveLength(before + 1);
		expect(after.filter(({ action }) => action === "message.refuse")).toMatchObject([
			{ actorKind: "key", targetKind: "message", after: { reason: expect.not.stringContaining("5550155") } },
		]);
	});

	it("that a ceiling refuses is in the audit log too when a forbidden number is there already", async () => {
		const ownKey = await giveKey();
		const sendTo = (to: string) => callApi("/api/sms/send", { key: ownKey, body: { to, message: "x" } });
		const before = await db.$count(auditEvents, eq(auditEvents.action, "message.refuse"));
		for (const to of ["+97912345678", "+14155550155", "+97912345678", "+14155550155"]) {
			expect([403, 429]).toContain((await sendTo(to)).status);
		}
		expect(await db.$count(auditEvents, eq(auditEvents.action, "message.refuse"))).toBe(before + 2);
	});

	it("is answered with 503 when messaging breaks", async () => {
		expect((await send({ to: contact, message: "A Bug" })).status).toBe(503);
	});

	it("is not reported as failed when only the audit log fails", async () => {
		const real = testEnv.DB;
		const broken = new Proxy(real, {
			get: (database, name) => {
				const value = Reflect.get(database, name) as unknown;
				if (name !== "prepare") return typeof value === "function" ? value.bind(database) : value;
				return (sql: string) => {
					if (/insert into "audit_events"/i.test(sql)) throw new Error("full");
					return database.prepare(sql);
				};
			},
		});
		const body = { to: contact, message: "Hello" };
		expect((await callApi("/api/sms/send", { key, body, env: { DB: broken } })).status).toBe(201);
	});

	it("is shown with its delivery history, and found by its words", async () => {
		expect(await get("/api/messages/msg_1")).toMatchObject({ events: [{ status: "delivered" }] });
		expect((await callApi("/api/messages/msg_2", { key })).status).toBe(404);
		const found = await get<Page<Message>>("/api/messages?q=red%20sho");
		expect(found.items).toMatchObject([{ body: "red sho" }]);
		expect((await get<Page<Message>>(`/api/messages?q=x&cursor=${found.nextCursor}`)).nextCursor).toBe(null);
		expect((await get<Page<Message>>("/api/messages")).items).toHaveLength(50);
		expect((await callApi("/api/messages?q=red&number=4155550199", { key })).status).toBe(400);
	});

	it("comes with files, of which a browser shows pictures and runs nothing", async () => {
		const picture = await callApi("/api/media/media_picture", { cookie: agent });
		expect(picture.headers.get("content-type")).toBe("image/png");
		expect(picture.headers.get("content-disposition")).toBe("inline");
		expect(new Uint8Array(await picture.arrayBuffer())).toEqual(sound);
		const part = await callApi("/api/media/media_picture", { key, headers: { range: "bytes=0-9" } });
		expect(part.status).toBe(206);
		expect((await part.arrayBuffer()).byteLength).toBe(10);
		const page = await callApi("/api/media/media_page", { key });
		expect(page.headers.get("content-type")).toBe("application/octet-stream");
		expect(page.headers.get("content-disposition")).toBe("attachment");
		expect(page.headers.get("x-content-type-options")).toBe("nosniff");
		await page.arrayBuffer();
		expect((await callApi("/api/media/media_late", { key })).status).toBe(412);
		expect((await callApi("/api/media/media_gone", { key })).status).toBe(404);
		expect((await callApi("/api/media/media_0", { key })).status).toBe(404);
	});
});

describe("opt-outs", () => {
	const csv = { "content-type": "text/csv" };

	it("are listed in pages, and exported as one file", async () => {
		const page = await get<Page<{ number: string }>>("/api/opt-outs");
		expect(page.items).toHaveLength(50);
		expect(page.items[0]).toMatchObject({ number: "+14155550000", source: "keyword" });
		const all = await callApi("/api/opt-outs", { key, headers: { accept: "text/csv" } });
		expect(all.headers.get("link")).toBeNull();
		const lines = (await all.text()).trim().split("\r\n");
		expect(lines).toHaveLength(2501);
		expect(lines[0]).toBe("number,source,words,reason,addedBy,at");
		expect(lines[2500]).toMatch(/^\+14155552499,keyword,STOP,/);
		const some = await callApi("/api/opt-outs?limit=2", { key, headers: { accept: "text/csv" } });
		expect(some.headers.get("link")).toBe('</api/opt-outs?limit=2&cursor=2>; rel="next"');
		expect((await some.text()).trim().split("\r\n")).toHaveLength(3);
	});

	it("are looked up by number, as a file too", async () => {
		const found = await get<Page<{ number: string }>>("/api/opt-outs?number=%2B14155550177");
		expect(found).toMatchObject({ items: [{ number: "+14155550177" }], nextCursor: null });
		expect((await get<Page<object>>("/api/opt-outs?number=%2B14155550178")).items).toEqual([]);
		const path = "/api/opt-outs?number=%2B14155550177";
		const file = await callApi(path, { key, headers: { accept: "text/csv" } });
		expect((await file.text()).trim().split("\r\n")).toHaveLength(2);
		const refused = await callApi("/api/opt-outs?number=nonsense", { key });
		expect(await expectJson(refused, 400)).toMatchObject({ code: "bad_input" });
	});

	it("are added with a reason, which is recorded without the number", async () => {
		const body = { number: "+14155550177", reason: "Asked on +14155550177." };
		const added = await callApi("/api/opt-outs", { key, body });
		expect(await expectJson(added, 201)).toMatchObject({ ...body, source: "person" });
		expect((await lastChange("opt_out.add"))?.after).toEqual({ number: "+1…77", reason: "Asked on +1…77." });
		expect((await callApi("/api/opt-outs", { key, body: { ...body, reason: " " } })).status).toBe(400);
	});

	it("are lifted by owners and admins, with a sentence of reason", async () => {
		const lift = (body: unknown, credentials: { key?: string; cookie?: string } = { key }) =>
			callApi("/api/opt-outs/%2B14155550177", { ...credentials, method: "DELETE", body });
		const reason = "Wrote to us that it was a mistake.";
		expect((await lift(undefined)).status).toBe(400);
		expect((await lift({ reason: "ok" })).status).toBe(400);
		expect((await lift({ reason }, { cookie: agent })).status).toBe(403);
		await giveUser({ email: "admin@acme.example", role: "admin", name: "Adam" });
		const admin = await signIn("admin@acme.example");
		expect((await lift({ reason }, { cookie: admin })).status).toBe(204);
		expect(await lastChange("opt_out.remove")).toMatchObject({
			actor: { name: "Adam" },
			after: { number: "+1…77", reason },
		});
		const other = await callApi("/api/opt-outs/+14155550111", { key, method: "DELETE", body: { reason } });
		expect(other.status).toBe(404);
	});

	it("are imported from a file whose bad lines are named", async () => {
		const body = "number,reason\n+14155550177,by letter\nnobody,\n,x\n+14155550166\n";
		const imported = await callApi("/api/opt-outs/import", { key, body, headers: csv });
		expect(await expectJson(imported, 200)).toEqual({
			added: 2,
			unchanged: 0,
			invalidCount: 2,
			invalid: [
				{ line: 3, reason: "This is not a telephone number." },
				{ line: 4, reason: "There is no number in this row." },
			],
		});
		expect((await lastChange("opt_out.import"))?.after).toEqual({ added: 2, rows: 4 });
	});

	it("are imported in parts, and what a broken import did is recorded", async () => {
		const many = Array.from({ length: 6000 }, (_, index) => `+1415${6_000_000 + index}`);
		const whole = await callApi("/api/opt-outs/import", { key, body: many.join("\n"), headers: csv });
		expect(await expectJson(whole, 200)).toMatchObject({ added: 6000, invalidCount: 0 });
		const body = [...many, "+14155550133"].join("\n");
		const broken = await callApi("/api/opt-outs/import", { key, body, headers: csv });
		expect(broken.status).toBe(500);
		expect((await lastChange("opt_out.import"))?.after).toEqual({ added: 5000, rows: 6001 });
		const tooMany = await callApi("/api/opt-outs/import", { key, body: "1\n".repeat(50_001), headers: csv });
		expect(tooMany.status).toBe(429);
	});

	it("are not imported from an empty file or one of another type", async () => {
		const send = (body: string, headers: Record<string, string>) =>
			callApi("/api/opt-outs/import", { key, body, headers });
		expect((await send("number,reason\n", csv)).status).toBe(400);
		expect((await send("{}", {})).status).toBe(415);
	});

	it("have a ledger that an agent can read", async () => {
		const ledger = await callApi("/api/opt-outs/+14155550177/events", { cookie: agent });
		expect(await expectJson(ledger, 200)).toMatchObject({
			items: [{ number: "+14155550177", kind: "opt_out", words: "STOP" }],
			nextCursor: null,
		});
	});
});
