import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type { CampaignRecipient } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { beforeAll, describe, expect, it } from "vitest";
import { type CallOptions, callApi, db, expectJson, giveKey } from "../api.ts";

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
const createFromFile = (query: Record<string, string>, body: string) =>
	call(`?${new URLSearchParams({ name: "Spring", message, ...query })}`, { body, headers: csv });

async function recipientsOf(response: Response): Promise<CampaignRecipient[]> {
	const { id } = await expectJson<Campaign>(response, 201);
	return (await get<Page<CampaignRecipient>>(`/${id}/recipients`)).items;
}

async function changesOf(targetId: string): Promise<AuditEvent[]> {
	const path = `/api/audit?targetKind=campaign&targetId=${targetId}`;
	return (await expectJson<Page<AuditEvent>>(await callApi(path, { key }), 200)).items;
}

describe("a campaign in JSON", () => {
	it("starts at once, later, or waits as a draft", async () => {
		const plan = { fromNumber: "+18005550100", quietHours: false, ratePerSecond: 0.5, requireConsent: true };
		expect(await expectJson<Campaign>(await create(plan), 201)).toMatchObject({
			...plan,
			name: "Spring",
			message,
			status: "sending",
			counts: { total: 1, queued: 1 },
		});
		const later = await create({ startAt: "2036-12-01T09:00:00-05:00" });
		expect(await expectJson(later, 201)).toMatchObject({
			status: "scheduled",
			startAt: "2036-12-01T14:00:00.000Z",
		});
		expect(await expectJson(await create({ draft: true }), 201)).toMatchObject({ status: "draft" });
		expect(await expectJson(await create({ startAt: null }), 201)).toMatchObject({ status: "sending" });
	});

	it("hands everybody on, also those who have no number", async () => {
		const recipients = [
			contact,
			{ phone: "(415) 555-0198", firstName: "Jane", fields: { orders: 3 }, state: "CO" },
			"nobody",
			{ firstName: "Sam" },
			null,
		];
		const items = await recipientsOf(await create({ recipients }));
		expect(items.map(({ number, status, fields }) => ({ number, status, fields }))).toEqual([
			{ number: contact, status: "queued", fields: {} },
			{
				number: "(415) 555-0198",
				status: "skipped",
				fields: { firstName: "Jane", orders: "3", "@state": "CO" },
			},
			{ number: "nobody", status: "skipped", fields: {} },
			{ number: "", status: "skipped", fields: { firstName: "Sam" } },
			{ number: "(no text)", status: "skipped", fields: {} },
		]);
	});

	it.each([
		[{ recipients: undefined }, "recipients"],
		[{ recipients: contact }, "recipients"],
		[{ recipients: [] }, "recipients"],
		[{ recipients: [{ number: contact, note: "x".repeat(1001) }] }, "recipients"],
		[{ name: " " }, "name"],
		[{ message: "" }, "message"],
		[{ message: "x".repeat(1601) }, "message"],
		[{ startAt: "tomorrow" }, "startAt"],
		[{ ratePerSecond: 11 }, "ratePerSecond"],
		[{ ratePerSecond: 0 }, "ratePerSecond"],
		[{ quietHours: "false" }, "quietHours"],
		// A misspelt startAt must not start a campaign at once.
		[{ startsAt: "2036-12-01T09:00:00Z" }, "startsAt"],
	])("is refused with the field at fault: %j", async (body, field) => {
		expect(await expectJson(await create(body), 400)).toMatchObject({
			code: "bad_input",
			errors: [{ in: "body", field }],
		});
	});

	it("is refused when it is no object, or has its plan in the query", async () => {
		for (const body of ["{broken", "[]", "null", "7"]) expect((await call("", { body })).status).toBe(400);
		const body = { name: "Spring", message, recipients: [contact] };
		expect(await expectJson(await call("?draft=true", { body }), 400)).toMatchObject({
			errors: [{ in: "query", field: "draft" }],
		});
	});

	it("passes the engine's refusal on, and a broken engine is 503", async () => {
		const refused = await expectJson(await create({ fromNumber: "+14155550100" }), 400);
		expect(refused).toMatchObject({ detail: "This is no number of the company." });
		expect((await create({ name: "A Bug" })).status).toBe(503);
	});
});

describe("a campaign from a file", () => {
	it("has its plan in the query and its merge fields in the columns", async () => {
		const query = {
			startAt: "2036-12-01T09:00:00Z",
			quietHours: "false",
			ratePerSecond: "2.5",
			draft: "true",
		};
		const file = `firstName,Phone Number,time zone\r\nJane,${contact},America/Denver\r\n"O, Sam",,\r\n`;
		const created = await createFromFile(query, file);
		expect(await expectJson<Campaign>(created.clone(), 201)).toMatchObject({
			name: "Spring",
			message,
			startAt: "2036-12-01T09:00:00.000Z",
			quietHours: false,
			ratePerSecond: 2.5,
			status: "draft",
			counts: { total: 2, skipped: 1 },
		});
		expect(await recipientsOf(created)).toMatchObject([
			{ number: contact, fields: { firstName: "Jane", "@timeZone": "America/Denver" } },
			{ number: "", fields: { firstName: "O, Sam" }, status: "skipped" },
		]);
	});

	it("needs no heading when the number comes first", async () => {
		expect(await recipientsOf(await createFromFile({}, `${contact}\n+14155550198`))).toMatchObject([
			{ number: contact },
			{ number: "+14155550198" },
		]);
	});

	it.each([
		[{ quietHours: "no" }, "quietHours"],
		[{ ratePerSecond: "fast" }, "ratePerSecond"],
		[{ ratePerSecond: "" }, "ratePerSecond"],
		[{ startsAt: "2036-12-01T09:00:00Z" }, "startsAt"],
		[{ message: "" }, "message"],
	])("is refused with the parameter at fault: %j", async (query, field) => {
		expect(await expectJson(await createFromFile(query, contact), 400)).toMatchObject({
			errors: [{ in: "query", field }],
		});
	});

	it("is refused without a name, without a message, and without anybody", async () => {
		const errors = [{ field: "name" }, { field: "message" }];
		expect(await expectJson(await call("", { body: contact, headers: csv }), 400)).toMatchObject({ errors });
		expect((await createFromFile({}, "number,firstName\n")).status).toBe(400);
		const { detail } = await expectJson<{ detail: string }>(
			await createFromFile({}, `number,note\n${contact},${"x".repeat(1001)}`),
			400,
		);
		expect(detail).toMatch(/^Line 2: note: /);
	});
});

describe("a body", () => {
	it("of another type is refused, and so is none", async () => {
		for (const type of [
			"text/plain",
			"multipart/form-data; boundary=x",
			"application/x-www-form-urlencoded",
		]) {
			const sent = await call("", { body: "x", headers: { "content-type": type } });
			const { detail } = await expectJson<{ detail: string }>(sent, 415);
			expect(detail).toContain("text/csv");
		}
		expect((await call("", { method: "POST" })).status).toBe(415);
		expect((await call("/cmp_draft/recipients", { method: "PUT" })).status).toBe(415);
	});

	it("holds 100,000 recipients and no more", async () => {
		const recipients = Array.from({ length: 100_000 }, (_, index) => ({
			number: `+1415${5_000_000 + index}`,
			firstName: `Name ${index}`,
			city: "San Francisco, California",
		}));
		const counts = { total: 100_000, queued: 100_000 };
		expect(await expectJson(await create({ recipients, draft: true }), 201)).toMatchObject({ counts });
		const tooMany = { status: 413, code: "limit_exceeded" };
		const more = [...recipients, contact];
		expect(await expectJson(await create({ recipients: more }), 413)).toMatchObject(tooMany);
		const file = recipients.map(({ number }) => `${number}\n`).join("");
		const put = (body: string) => call("/cmp_draft/recipients", { method: "PUT", body, headers: csv });
		expect(await expectJson(await put(file), 200)).toMatchObject({ counts });
		expect((await put(`${file}${contact}`)).status).toBe(413);
	}, 60_000);

	it("may have 25 MB where there are recipients, and 1 MB elsewhere", async () => {
		const body = "x".repeat(25_000_001);
		for (const [path, method] of [
			["", "POST"],
			["/preview", "POST"],
			["/cmp_draft/recipients", "PUT"],
		] as const) {
			const { detail } = await expectJson<{ detail: string }>(
				await call(path, { method, body, headers: csv }),
				413,
			);
			expect(detail).toBe("The body is larger than 25 MB.");
		}
		const large = { name: "x".repeat(1_000_001) };
		expect((await call("/cmp_draft", { method: "PUT", body: large })).status).toBe(413);
		expect((await call("/cmp_draft/schedule", { body: large })).status).toBe(413);
	}, 60_000);

	it("is not read before its sender is known", async () => {
		const stranger = await callApi("/api/campaigns", { body: "x".repeat(25_000_001), headers: csv });
		expect(stranger.status).toBe(401);
	});
});

describe("an idempotency key", () => {
	const repeat = { "idempotency-key": "spring-2026" };

	it("makes a repeated request the same campaign, recorded once", async () => {
		const first = await expectJson<Campaign>(await create({}, repeat), 201);
		expect(first.id).toMatch(/^cmp_[0-9a-f]{32}$/);
		expect(await expectJson(await create({}, repeat), 201)).toEqual(first);
		expect(await changesOf(first.id)).toMatchObject([{ action: "campaign.create" }]);
	});

	it("is somebody's own, and of one campaign only", async () => {
		const { id } = await expectJson<Campaign>(await create({}, repeat), 201);
		const other = await expectJson<Campaign>(await create({}, { "idempotency-key": "summer" }), 201);
		expect(other.id).not.toBe(id);
		const body = { name: "Spring", message, recipients: [contact] };
		const stranger = await call("", { key: await giveKey(), body, headers: repeat });
		expect((await expectJson<Campaign>(stranger, 201)).id).not.toBe(id);
	});

	it("is refused with another body, another type of body, or on another route", async () => {
		expect((await create({}, repeat)).status).toBe(201);
		const others = [
			await create({ name: "Autumn" }, repeat),
			await create({ recipients: [contact, contact] }, repeat),
			await create({ quietHours: false }, repeat),
			await call(`?${new URLSearchParams({ name: "Spring", message })}`, {
				body: `number\n${contact}\n`,
				headers: { ...csv, ...repeat },
			}),
			await call("/cmp_draft/duplicate", { method: "POST", headers: repeat }),
		];
		for (const other of others) {
			expect(await expectJson(other, 409)).toMatchObject({
				detail: expect.stringContaining("Idempotency-Key"),
			});
		}
	});

	it("has 200 characters at most", async () => {
		expect((await create({}, { "idempotency-key": "x".repeat(200) })).status).toBe(201);
		expect(await expectJson(await create({}, { "idempotency-key": "x".repeat(201) }), 400)).toMatchObject({
			errors: [{ in: "header", field: "idempotency-key" }],
		});
	});
});

describe("a preview", () => {
	const body = { message, recipients: [contact, "nobody"] };

	it("says what would become of it, without a name and without a trace", async () => {
		const before = await db.$count(auditEvents);
		const expected = { total: 2, kept: 1, setAside: { invalid: 1 }, sample: message };
		expect(await expectJson<CampaignPreview>(await call("/preview", { body }), 200)).toMatchObject(expected);
		const query = new URLSearchParams({ message });
		const fromFile = await call(`/preview?${query}`, { body: `number\n${contact}\nnobody`, headers: csv });
		expect(await expectJson(fromFile, 200)).toMatchObject(expected);
		expect((await call("/preview", { body: { ...body, name: "Spring", draft: true } })).status).toBe(200);
		expect((await call("/preview", { body: { ...body, message: undefined } })).status).toBe(400);
		expect(await db.$count(auditEvents)).toBe(before);
	});

	it("is for those who may create campaigns: it tells who is opted out", async () => {
		const reader = await giveKey(["campaigns:read"]);
		expect((await call("/preview", { key: reader, body })).status).toBe(403);
		expect((await call("/cmp_draft", { key: reader })).status).toBe(200);
	});
});
