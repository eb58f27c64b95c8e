import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type { CampaignRecipient } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign, CampaignOutcomes } from "@cloudpbx/contracts/campaigns/campaigns";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { beforeAll, describe, expect, it } from "vitest";
import { type CallOptions, callApi, db, expectJson, giveKey } from "../api.ts";

const contact = "+14155550199";
const message = "Hello. Reply STOP to opt out.";
const csv = { "content-type": "text/csv" };
let key: string;

beforeAll(async () => {
	key = await giveKey();
});

const call = (path: string, options: CallOptions = {}) =>
	callApi(`/api/campaigns${path}`, { key, ...options });
const get = async <Body>(path: string) => expectJson<Body>(await call(path), 200);
const createDraft = async (body: Record<string, unknown> = {}) =>
	expectJson<Campaign>(await call("", { body: { draft: true, ...body } }), 201);

async function changesOf(targetId: string): Promise<AuditEvent[]> {
	const path = `/api/audit?targetKind=campaign&targetId=${targetId}`;
	return (await expectJson<Page<AuditEvent>>(await callApi(path, { key }), 200)).items;
}

describe("a draft", () => {
	it("is saved before anything of it is written", async () => {
		const unwritten = { name: "Untitled", message: "", status: "draft", counts: { total: 0 }, version: 1 };
		expect(await createDraft()).toMatchObject(unwritten);
		expect(await createDraft({ message: "", recipients: [] })).toMatchObject(unwritten);
		for (const body of ["", "number,firstName\n"]) {
			expect(await expectJson(await call("?draft=true", { body, headers: csv }), 201)).toMatchObject(
				unwritten,
			);
		}
		expect(await createDraft({ name: "Sale", recipients: [contact] })).toMatchObject({
			name: "Sale",
			message: "",
			counts: { total: 1 },
		});
	});

	it.each([
		[{ draft: false }, ["name", "message"]],
		[{ draft: false, name: "Sale", message }, ["recipients"]],
		[{ draft: false, name: "Sale", message, recipients: [] }, ["recipients"]],
		[{ draft: false, name: "Sale", message: "", recipients: [contact] }, ["message"]],
		[{ draft: true, recipients: contact }, ["recipients"]],
		[{ draft: true, name: " " }, ["name"]],
		[{ draft: true, message: "x".repeat(1601) }, ["message"]],
		[{ draft: true, startsAt: null }, ["startsAt"]],
		[{ draft: "true" }, ["name", "message", "draft"]],
	])("alone may be unwritten, and no draft may be anything: %j", async (body, fields) => {
		const { errors } = await expectJson<{ errors: { field: string }[] }>(await call("", { body }), 400);
		expect(errors.map(({ field }) => field)).toEqual(fields);
	});

	it("is the same draft under the same Idempotency-Key", async () => {
		const save = () => call("", { body: { draft: true }, headers: { "idempotency-key": "autosave" } });
		const { id } = await expectJson<Campaign>(await save(), 201);
		expect(await expectJson<Campaign>(await save(), 201)).toMatchObject({ id });
	});
});

describe("a change with a version", () => {
	const put = (body: unknown) => call("/cmp_draft", { method: "PUT", body });

	it("that is the campaign's is made", async () => {
		expect(await expectJson(await put({ name: "Sale", version: 1 }), 200)).toMatchObject({ name: "Sale" });
		expect(await expectJson(await put({ message: "", version: 1 }), 200)).toMatchObject({ message: "" });
	});

	it("that is old answers both values, and is not in the audit log", async () => {
		const before = await db.$count(auditEvents);
		const sent = { name: "Mine", quietHours: true, version: 7 };
		expect(await expectJson(await put(sent), 409)).toMatchObject({
			code: "conflict",
			current: { id: "cmp_draft", name: "Spring", version: 1 },
			sent,
			errors: [{ in: "body", field: "name" }],
		});
		expect(await db.$count(auditEvents)).toBe(before);
	});

	it("that is no version is refused", async () => {
		for (const version of [0, -1, 1.5, "1", null]) expect((await put({ version })).status).toBe(400);
	});
});

describe("a preview of a stored campaign", () => {
	it("takes a part of a plan, and leaves no trace", async () => {
		const before = await db.$count(auditEvents);
		const { id } = await createDraft({ name: "Sale", message, recipients: [contact, "nobody"] });
		const preview = async (body: unknown, query = "") =>
			expectJson<CampaignPreview>(await call(`/${id}/preview${query}`, { body }), 200);
		expect(await preview({})).toMatchObject({
			total: 2,
			kept: 1,
			sample: message,
			samples: { chosen: null },
		});
		expect(
			await preview({ message: "Other.", startAt: "2036-12-01T09:00:00+01:00" }, "?position=1"),
		).toMatchObject({
			sample: "Other.",
			samples: { chosen: { position: 1, text: "Other." } },
			estimate: { startsAt: "2036-12-01T08:00:00.000Z" },
		});
		expect((await get<Campaign>(`/${id}`)).message).toBe(message);
		expect(await db.$count(auditEvents)).toBe(before + 1);
	});

	it.each([
		["/cmp_draft/preview", { recipients: [contact] }, 400],
		["/cmp_draft/preview", { version: 1 }, 400],
		["/cmp_draft/preview", { ratePerSecond: 11 }, 400],
		["/cmp_draft/preview", [], 400],
		["/cmp_draft/preview?position=-1", {}, 400],
		["/cmp_draft/preview?position=x", {}, 400],
		["/cmp_completed/preview", {}, 412],
	])("%s with %j is %i", async (path, body, status) => {
		expect((await call(path, { body })).status).toBe(status);
	});

	it("is for those who may create campaigns", async () => {
		const reader = await giveKey(["campaigns:read"]);
		expect((await call("/cmp_draft/preview", { key: reader, body: {} })).status).toBe(403);
	});
});

describe("a deletion", () => {
	const remove = (id: string) => call(`/${id}`, { method: "DELETE" });

	it("of a draft is recorded, with what is gone", async () => {
		const { id } = await createDraft({ name: `For ${contact}`, message, recipients: [contact, "nobody"] });
		const response = await remove(id);
		expect([response.status, await response.text()]).toEqual([204, ""]);
		expect((await call(`/${id}`)).status).toBe(404);
		expect((await remove(id)).status).toBe(404);
		expect(await changesOf(id)).toMatchObject([
			{
				action: "campaign.delete",
				before: { name: "For +1…99", status: "draft", recipients: 2, skipped: 1 },
				after: null,
			},
			{ action: "campaign.create" },
		]);
	});

	it("of anything else is refused, and not recorded", async () => {
		for (const id of ["cmp_scheduled", "cmp_sending", "cmp_completed"]) {
			expect((await remove(id)).status, id).toBe(412);
			expect(await changesOf(id)).toEqual([]);
		}
	});

	it("that broke off is recorded as asked for", async () => {
		const { id } = await createDraft({ name: "Stuck" });
		expect((await remove(id)).status).toBe(503);
		expect((await changesOf(id))[0]).toMatchObject({
			action: "campaign.delete",
			after: { outcome: "unknown" },
		});
	});
});

describe("a duplicate", () => {
	const copy = (id: string, headers: Record<string, string> = {}) =>
		call(`/${id}/duplicate`, { method: "POST", headers });

	it("is a new draft with the same recipients, and recorded with its source", async () => {
		const source = await createDraft({ name: "Sale", message, recipients: [contact, "nobody"] });
		const made = await expectJson<Campaign>(await copy(source.id), 201);
		expect(made).toMatchObject({
			name: "Sale (copy)",
			message,
			status: "draft",
			counts: { total: 2, skipped: 1 },
		});
		expect(made.id).not.toBe(source.id);
		expect(await changesOf(made.id)).toMatchObject([
			{ action: "campaign.duplicate", after: { name: "Sale (copy)", recipients: 2, sourceId: source.id } },
		]);
		expect(await expectJson(await copy("cmp_completed"), 201)).toMatchObject({ status: "draft" });
	});

	it("under the same Idempotency-Key is one; another request with it is refused", async () => {
		const again = { "idempotency-key": "copy-1" };
		const first = await expectJson<Campaign>(await copy("cmp_draft", again), 201);
		expect(first.id).toMatch(/^cmp_[0-9a-f]{32}$/);
		expect(await expectJson<Campaign>(await copy("cmp_draft", again), 201)).toEqual(first);
		expect(await changesOf(first.id)).toHaveLength(1);
		expect((await copy("cmp_sending", again)).status).toBe(409);
		expect((await call("", { body: { draft: true }, headers: again })).status).toBe(409);
	});
});

describe("a report", () => {
	it("has its outcomes in groups", async () => {
		const { id } = await createDraft({ recipients: [contact, "nobody", "no"] });
		expect(await get<CampaignOutcomes>(`/${id}/outcomes`)).toEqual({
			counts: expect.objectContaining({ total: 3, queued: 1, skipped: 2 }),
			replies: 0,
			optOuts: 0,
			items: [
				{ status: "queued", reason: null, errorCode: null, count: 1 },
				{ status: "skipped", reason: null, errorCode: null, count: 2 },
			],
		});
	});

	it("finds recipients, also for a file", async () => {
		const found = await get<Page<CampaignRecipient>>("/cmp_big/recipients?q=5011999&limit=200&cursor=11900");
		expect(found.items).toMatchObject([{ number: "+14155011999", repliedAt: null, optedOutAt: null }]);
		const headers = { accept: "text/csv" };
		const file = await (await call("/cmp_big/recipients?q=501199", { headers })).text();
		expect(file.trimEnd().split("\r\n")).toHaveLength(11);
		const replied = await (await call("/cmp_big/recipients?replied=true", { headers })).text();
		expect(replied.trimEnd().split("\r\n")).toHaveLength(1);
		for (const query of ["q=", "q=%20", `q=${"x".repeat(101)}`, "replied=yes", "optedOut=1"]) {
			expect((await call(`/cmp_big/recipients?${query}`)).status, query).toBe(400);
		}
	});
});
