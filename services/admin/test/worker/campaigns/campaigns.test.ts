import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { CampaignRecipient } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign, CampaignProgress } from "@cloudpbx/contracts/campaigns/campaigns";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { beforeAll, describe, expect, it } from "vitest";
import { type CallOptions, callApi, db, expectJson, giveKey, giveUser, signIn } from "../api.ts";

const contact = "+14155550199";
const message = "Hello {{firstName|there}}. Reply STOP to opt out.";
const csv = { "content-type": "text/csv" };
let key: string;

beforeAll(async () => {
	key = await giveKey();
});

const call = (path: string, options: CallOptions = {}) =>
	callApi(`/api/campaigns${path}`, { key, ...options });
const get = async <Body>(path: string) => expectJson<Body>(await call(path), 200);
const create = (body: Record<string, unknown>, headers: Record<string, string> = {}) =>
	call("", { body: { name: "Spring", message, recipients: [contact], ...body }, headers });

async function changesOf(targetId: string): Promise<AuditEvent[]> {
	const path = `/api/audit?targetKind=campaign&targetId=${targetId}`;
	return (await expectJson<Page<AuditEvent>>(await callApi(path, { key }), 200)).items;
}

describe("campaigns", () => {
	it("are listed by status, with the cursor handed through", async () => {
		const page = await get<Page<Campaign>>("?status=paused&limit=1");
		expect(page.items).toMatchObject([{ status: "paused" }]);
		expect((await get<Page<Campaign>>(`?cursor=${page.nextCursor}`)).nextCursor).toBeNull();
		expect((await call("?status=loud")).status).toBe(400);
		expect((await call("?cursor=nonsense")).status).toBe(400);
	});

	it("alone say how far they are", async () => {
		expect(await get<CampaignProgress>("/cmp_sending")).toMatchObject({
			id: "cmp_sending",
			status: "sending",
			achievedPerSecond: null,
			pace: null,
		});
	});

	it("are not found when there is no such one", async () => {
		const recipients = [contact];
		const missing: [string, CallOptions?][] = [
			["/cmp_0"],
			["/cmp_0/recipients"],
			["/cmp_0/recipients", { headers: { accept: "text/csv" } }],
			["/cmp_0/recipients?q=a"],
			["/cmp_0/outcomes"],
			["/cmp_0", { method: "PUT", body: { name: "x" } }],
			["/cmp_0", { method: "PUT", body: { name: "x", version: 1 } }],
			["/cmp_0", { method: "DELETE" }],
			["/cmp_0/preview", { body: {} }],
			["/cmp_0/duplicate", { method: "POST" }],
			["/cmp_0/recipients", { method: "PUT", body: { recipients } }],
			["/cmp_0/schedule", { body: { startAt: null } }],
			["/cmp_0/pause", { method: "POST" }],
			["/cmp_0/resume", { method: "POST" }],
			["/cmp_0/cancel", { method: "POST" }],
			["/cmp_0/test", { body: { to: contact } }],
		];
		const before = await db.$count(auditEvents);
		for (const [path, options] of missing) {
			expect(await expectJson(await call(path, options), 404), path).toMatchObject({ code: "not_found" });
		}
		expect(await db.$count(auditEvents)).toBe(before);
	});

	it("are out of an agent's reach", async () => {
		await giveUser({ email: "agent@acme.example", role: "agent" });
		const cookie = await signIn("agent@acme.example");
		expect((await callApi("/api/campaigns", { cookie })).status).toBe(403);
		const out: [string, CallOptions?][] = [
			["/cmp_sending"],
			["/cmp_sending/pause", { method: "POST" }],
			["/cmp_sending/outcomes"],
			["/cmp_big/recipients?q=415"],
			["/cmp_draft", { method: "DELETE" }],
			["/cmp_draft/preview", { body: {} }],
			["/cmp_draft/duplicate", { method: "POST" }],
		];
		for (const [path, options] of out) {
			expect((await callApi(`/api/campaigns${path}`, { cookie, ...options })).status, path).toBe(403);
		}
	});
});

describe("recipients", () => {
	it("are listed by status in pages", async () => {
		const page = await get<Page<CampaignRecipient>>("/cmp_big/recipients?status=queued");
		expect(page.items).toHaveLength(50);
		const next = await get<Page<CampaignRecipient>>(`/cmp_big/recipients?limit=1&cursor=${page.nextCursor}`);
		expect(next.items).toMatchObject([{ number: "+14155000050" }]);
		expect((await call("/cmp_big/recipients?status=loud")).status).toBe(400);
		expect((await call("/cmp_big/recipients?limit=201")).status).toBe(400);
	});

	it("are exported as one file with their reasons, or in pages", async () => {
		const headers = { accept: "text/csv" };
		const all = await call("/cmp_big/recipients", { headers });
		expect(all.headers.get("content-type")).toBe("text/csv; charset=utf-8");
		expect(all.headers.get("content-disposition")).toBe('attachment; filename="recipients.csv"');
		expect(all.headers.get("link")).toBeNull();
		const lines = (await all.text()).trimEnd().split("\r\n");
		expect(lines).toHaveLength(12_001);
		expect(lines[0]).toBe("number,status,reason,errorCode,segments,messageId,updatedAt,repliedAt,optedOutAt");
		expect(lines[12_000]).toBe("+14155011999,queued,,,,,2026-11-22T12:00:00.000Z,,");
		const some = await call("/cmp_big/recipients?limit=2", { headers });
		expect(some.headers.get("link")).toBe('</api/campaigns/cmp_big/recipients?limit=2&cursor=2>; rel="next"');
		expect((await some.text()).trimEnd().split("\r\n")).toHaveLength(3);
		const { id } = await expectJson<Campaign>(await create({ recipients: ["=cmd", contact] }), 201);
		const skipped = await call(`/${id}/recipients?status=skipped`, { headers });
		expect((await skipped.text()).split("\r\n")[1]).toMatch(
			/^'=cmd,skipped,This is not a telephone number\.,/,
		);
	});

	it("are replaced in a draft, by a list or a file", async () => {
		const put = (body: unknown, headers: Record<string, string> = {}) =>
			call("/cmp_draft/recipients", { method: "PUT", body, headers });
		const counts = { total: 2, queued: 1, skipped: 1 };
		const listed = await put({ recipients: [contact, "nobody"] });
		expect(await expectJson(listed, 200)).toMatchObject({ counts });
		expect(await expectJson(await put(`${contact}\nnobody`, csv), 200)).toMatchObject({ counts });
		expect((await put({ recipients: [contact], name: "x" })).status).toBe(400);
		expect((await put({ recipients: [] })).status).toBe(400);
		const late = await call("/cmp_sending/recipients", { method: "PUT", body: { recipients: [contact] } });
		expect(late.status).toBe(412);
	});
});

describe("a change", () => {
	const put = (id: string, body: unknown) => call(`/${id}`, { method: "PUT", body });

	it("of the plan is made until it starts", async () => {
		const patch = { message: "New words.", startAt: "2036-12-01T09:00:00+01:00", quietHours: false };
		const expected = { ...patch, startAt: "2036-12-01T08:00:00.000Z", name: "Spring" };
		expect(await expectJson(await put("cmp_draft", patch), 200)).toMatchObject(expected);
		expect(await expectJson(await put("cmp_scheduled", { startAt: null }), 200)).toMatchObject({
			startAt: null,
		});
		expect((await put("cmp_sending", patch)).status).toBe(412);
		for (const wrong of [{ status: "sending" }, { recipients: [contact] }, { ratePerSecond: 11 }, []]) {
			expect((await put("cmp_draft", wrong)).status, JSON.stringify(wrong)).toBe(400);
		}
	});

	it("of the time starts it then, or now", async () => {
		const schedule = (id: string, body: unknown) => call(`/${id}/schedule`, { body });
		const then = await schedule("cmp_draft", { startAt: "2036-12-01T09:00:00Z" });
		expect(await expectJson(then, 200)).toMatchObject({ status: "scheduled" });
		expect(await expectJson(await schedule("cmp_draft", { startAt: null }), 200)).toMatchObject({
			status: "sending",
		});
		expect((await schedule("cmp_draft", {})).status).toBe(400);
		expect((await schedule("cmp_completed", { startAt: null })).status).toBe(412);
	});

	it.each([
		["pause", "cmp_sending", "paused", "cmp_draft"],
		["resume", "cmp_paused", "sending", "cmp_sending"],
		["cancel", "cmp_paused", "cancelled", "cmp_completed"],
	])("by %s needs no body, and the right state", async (verb, id, status, other) => {
		for (const options of [{ method: "POST" }, { body: {} }, { body: "" }]) {
			expect(await expectJson(await call(`/${id}/${verb}`, options), 200)).toMatchObject({ status });
		}
		expect((await call(`/${other}/${verb}`, { method: "POST" })).status).toBe(412);
	});
});

describe("a test", () => {
	it("goes to whoever wants to see it, through the gate", async () => {
		const sent = await call("/cmp_draft/test", { body: { to: contact } });
		expect(await expectJson<Message>(sent, 201)).toMatchObject({ to: contact, author: "campaign" });
		const refused = await call("/cmp_draft/test", { body: { to: "+14155550177" } });
		expect((await expectJson<{ detail: string }>(refused, 412)).detail).toContain("opted out");
		expect((await call("/cmp_draft/test", { body: {} })).status).toBe(400);
	});
});

describe("the audit log", () => {
	it("names who changed a campaign and what, without its words or anybody's number", async () => {
		await giveUser({ email: "owner@acme.example", name: "Olive Owner" });
		const cookie = await signIn("owner@acme.example");
		const asOwner = (path: string, options: CallOptions) =>
			callApi(`/api/campaigns${path}`, { ...options, cookie });
		const recipients = [{ number: contact, firstName: "Jane Secret" }, "nobody"];
		const body = { name: `For ${contact}`, message: "Secret words.", recipients, draft: true };
		const { id } = await expectJson<Campaign>(await asOwner("", { body }), 201);
		await asOwner(`/${id}`, { method: "PUT", body: { message: "Other secret.", ratePerSecond: 2 } });
		await asOwner(`/${id}`, { method: "PUT", body: { name: body.name } });
		await asOwner(`/${id}/recipients`, { method: "PUT", body: { recipients } });
		await asOwner(`/${id}/test`, { body: { to: contact } });
		await asOwner(`/${id}/schedule`, { body: { startAt: "2036-12-01T09:00:00Z" } });
		await asOwner(`/${id}/cancel`, { method: "POST" });
		await asOwner(`/${id}/pause`, { method: "POST" });
		const changes = (await changesOf(id)).reverse();
		const summary = { name: "For +1…99", recipients: 2, skipped: 1 };
		expect(changes.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
			{ action: "campaign.create", before: null, after: { ...summary, status: "draft" } },
			{
				action: "campaign.update",
				before: { ratePerSecond: 1 },
				after: { ratePerSecond: 2, isMessageNew: true },
			},
			{ action: "campaign.recipients", before: null, after: { ...summary, status: "draft" } },
			{ action: "campaign.test", before: null, after: { messageId: "msg_1", to: "+1…99" } },
			{
				action: "campaign.schedule",
				before: null,
				after: { ...summary, status: "scheduled", startAt: "2036-12-01T09:00:00.000Z" },
			},
			{ action: "campaign.cancel", before: null, after: { ...summary, status: "cancelled" } },
		]);
		for (const { actor, target } of changes) {
			expect(actor.name).toBe("Olive Owner");
			expect(target).toEqual({ kind: "campaign", id });
		}
		const log = JSON.stringify(await db.select().from(auditEvents));
		for (const word of ["Secret", "secret", contact]) expect(log).not.toContain(word);
	});
});
