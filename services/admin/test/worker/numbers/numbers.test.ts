import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import { numberChecks, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey } from "../api.ts";
import { foundCompany } from "../company.ts";

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const put = (path: string, body: unknown) => callApi(path, { key, method: "PUT", body });
const post = (path: string, body: unknown) => callApi(path, { key, body });

describe("a number's label", () => {
	it("is stored by provisioning, shown wherever the number is, and leaves its trace", async () => {
		expect(await expectJson(await put("/api/numbers/num_main", { label: " Main line " }), 200)).toMatchObject(
			{ label: "Main line" },
		);
		const path = "/api/audit?targetKind=number&targetId=num_main";
		const { items } = await expectJson<{ items: AuditEvent[] }>(await callApi(path, { key }), 200);
		expect(items).toMatchObject([
			{ action: "number.label", before: { label: null }, after: { label: "Main line" } },
		]);
		await db.update(phoneNumbers).set({ label: "Main line" }).where(eq(phoneNumbers.id, "num_main"));
		const shown = { id: "num_main", label: "Main line", version: 1 };
		expect(await expectJson(await callApi("/api/numbers/num_main", { key }), 200)).toMatchObject(shown);
		const listed = await expectJson<{ items: object[] }>(await callApi("/api/numbers", { key }), 200);
		expect(listed.items).toContainEqual(expect.objectContaining(shown));
	});

	it("has 40 characters at most and belongs to a number", async () => {
		for (const body of [{ label: "x".repeat(41) }, { label: 1 }, {}]) {
			expect(await expectJson(await put("/api/numbers/num_main", body), 400)).toMatchObject({
				errors: [{ in: "body", field: "label" }],
			});
		}
		expect((await put("/api/numbers/num_0", { label: "x" })).status).toBe(404);
		expect((await put("/api/numbers/num_main", { label: "x".repeat(40) })).status).toBe(200);
	});
});

it("shows both values of what provisioning refuses for its old version", async () => {
	const version = 999;
	const refused: [Response, string][] = [
		[await put("/api/numbers/num_main", { label: "Sales", version }), "label"],
		[await post("/api/numbers/num_main/assign", { extensionId: "ext_101", version }), "extensionId"],
		[await post("/api/numbers/num_main/assign", { ext: "101", version }), "extensionId"],
		[await put("/api/extensions/ext_101", { name: "Jane Smith", version }), "name"],
	];
	for (const [response, field] of refused) {
		expect(await expectJson(response, 409)).toMatchObject({
			code: "conflict",
			current: { version: 1 },
			sent: { version },
			errors: [{ in: "body", field }],
		});
	}
});

describe("the numbers' health", () => {
	const ask = async (query = "") =>
		expectJson<{ items: { number: string }[]; checkedAt: string }>(
			await callApi(`/api/numbers/health${query}`, { key }),
			200,
		);
	const trouble = { id: "num_101", number: "+14155550101", trouble: "drifted" as const, message: "It is." };
	const keep = async (secondsAgo: number) => {
		const checkedAt = new Date(Date.now() - secondsAgo * 1000);
		await db.delete(numberChecks);
		await db.insert(numberChecks).values({ id: 1, checkedAt, troubles: [trouble] });
		return checkedAt.toISOString();
	};
	const asked = "2026-11-22T12:00:00.000Z";

	it("is asked of the carrier, also when nothing is kept", async () => {
		await db.delete(numberChecks);
		for (const query of ["", "?maxAgeSeconds=600"]) {
			expect(await ask(query)).toMatchObject({ checkedAt: asked, items: [{ number: "+14155550188" }] });
		}
	});

	it("is what was kept when that is young enough, and says since when", async () => {
		const checkedAt = await keep(590);
		expect(await ask("?maxAgeSeconds=600")).toEqual({ items: [trouble], nextCursor: null, checkedAt });
		for (const query of ["", "?maxAgeSeconds=580", "?maxAgeSeconds=0"]) {
			expect((await ask(query)).checkedAt, query).toBe(asked);
		}
	});

	it("refuses an age that is none", async () => {
		for (const age of ["-1", "1.5", "x", "604801"]) {
			const response = await callApi(`/api/numbers/health?maxAgeSeconds=${age}`, { key });
			expect(response.status, age).toBe(400);
		}
	});
});
