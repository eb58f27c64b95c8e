import type { Page } from "@cloudpbx/contracts/api/page";
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
