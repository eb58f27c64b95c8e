import { settings } from "@cloudpbx/db/schema/admin";
import { office } from "@cloudpbx/db/schema/provisioning";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

interface List {
	items: object[];
	version: number;
}

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

beforeEach(async () => {
	await db.delete(settings);
});

const read = async () => expectJson<List>(await callApi("/api/blocklist", { key }), 200);
const write = (body: unknown, env = {}) => callApi("/api/blocklist", { key, method: "PUT", body, env });
const save = async (items: unknown[], version?: number) =>
	expectJson<List>(await write({ items, ...(version !== undefined && { version }) }), 200);
const refused = async (...items: unknown[]) =>
	expectJson<{ detail: string; errors?: { field: string }[] }>(await write({ items }), 400);

describe("the list", () => {
	it("is empty until somebody is blocked", async () => {
		expect(await read()).toEqual({ items: [], version: 1 });
	});

	it("holds numbers in E.164, beginnings, and calls without a number", async () => {
		const typed = [
			{ number: "(415) 555-0199" },
			{ number: "+44 20 7946 0000", then: "voicemail" },
			{ prefix: "+1 (809)" },
			{ anonymous: true, then: "voicemail" },
		];
		const items = [
			{ number: "+14155550199", then: "reject" },
			{ number: "+442079460000", then: "voicemail" },
			{ prefix: "+1809", then: "reject" },
			{ anonymous: true, then: "voicemail" },
		];
		expect(await save(typed)).toEqual({ items, version: 2 });
		expect(await read()).toEqual({ items, version: 2 });
		expect(await save(typed, 1)).toEqual({ items, version: 2 });
		expect(await save([])).toEqual({ items: [], version: 3 });
	});

	it("reaches the row that decides calls and texts, with its thousand entries", async () => {
		const items = Array.from({ length: 1000 }, (_, index) => ({ number: `+1415556${1000 + index}` }));
		expect((await save(items)).items).toHaveLength(1000);
		const [row] = await db.select({ settings: office.settings }).from(office);
		expect(JSON.parse(row?.settings ?? "").blocklist.items).toHaveLength(1000);
		const tooMany = await refused(...items, { prefix: "+1809" });
		expect(tooMany.detail).toMatch(/At most 1000/);
	});

	it("is no setting among the settings", async () => {
		await save([{ prefix: "+1809" }]);
		expect(await expectJson(await callApi("/api/settings", { key }), 200)).not.toHaveProperty("blocklist");
	});

	it("that is spoilt is empty, and written over", async () => {
		await db.insert(settings).values({ key: "blocklist", value: { items: "all" }, updatedAt: new Date() });
		expect(await read()).toEqual({ items: [], version: 1 });
		expect(await save([{ prefix: "+1809" }])).toMatchObject({ version: 2 });
	});
});

describe("what is refused", () => {
	it("is named with its place", async () => {
		const good = { number: "+14155550199" };
		expect((await refused(good, { number: "nobody" })).errors).toMatchObject([{ field: "items.1.number" }]);
		expect((await refused({ prefix: "Spain" })).errors).toMatchObject([{ field: "items.0.prefix" }]);
		expect(await refused(good, { number: "415 555 0199", then: "voicemail" })).toMatchObject({
			detail: "This entry is there twice.",
			errors: [{ field: "items.1" }],
		});
		expect((await refused({ number: "911" })).detail).toMatch(/cannot be blocked/);
		expect((await refused(good, { number: "(800) 555-0100" })).errors).toMatchObject([
			{ field: "items.1.number", message: expect.stringContaining("one of your own numbers") },
		]);
		for (const item of [{}, { anonymous: false }, { ...good, prefix: "+1809" }, { ...good, then: "laugh" }]) {
			await refused(item);
		}
		expect((await write({})).status).toBe(400);
		expect(await read()).toEqual({ items: [], version: 1 });
	});

	it("is not a beginning that covers one of our own numbers", async () => {
		expect(await save([{ prefix: "+1800555" }])).toMatchObject({ items: [{ prefix: "+1800555" }] });
	});
});

describe("the version", () => {
	it("is refused when somebody saved since, with both lists", async () => {
		const opened = await read();
		const saved = await save([{ prefix: "+1809" }]);
		const sent = { items: [{ prefix: "+44", then: "reject" }], version: opened.version };
		expect(await expectJson(await write(sent), 409)).toMatchObject({ current: saved, sent });
		expect(await read()).toEqual(saved);
	});

	it("is looked at by the statement that writes", async () => {
		let isFirst = true;
		const db = new Proxy(testEnv.DB, {
			get: (target, name) =>
				name === "batch"
					? async (statements: D1PreparedStatement[]) => {
							const rows = await target.batch(statements);
							if (isFirst) {
								isFirst = false;
								await save([{ prefix: "+1809" }]);
							}
							return rows;
						}
					: Reflect.get(target, name).bind(target),
		});
		const { status } = await write({ items: [{ prefix: "+44" }], version: 1 }, { DB: db });
		expect(status).toBe(409);
		expect((await read()).items).toMatchObject([{ prefix: "+1809" }]);
	});
});

it("is audited in words, without anybody's whole number", async () => {
	await save([{ number: "+14155550199" }, { prefix: "+1809" }]);
	await save([{ prefix: "+1809", then: "voicemail" }, { anonymous: true }]);
	const path = "/api/audit?targetKind=blocklist&limit=2";
	const { items } = await expectJson<{ items: object[] }>(await callApi(path, { key }), 200);
	expect(items).toMatchObject([
		{
			action: "blocklist.update",
			before: { blocked: "+1…0199, rejected; +1809…, rejected", entries: 2 },
			after: { blocked: "+1809…, to voicemail; no caller id, rejected", entries: 2 },
		},
		{ before: { blocked: "none", entries: 0 }, after: { entries: 2 } },
	]);
	expect(JSON.stringify(items)).not.toContain("14155550199");
});
