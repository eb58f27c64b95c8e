import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, expectJson, giveKey } from "../api.ts";
import { foundCompany } from "../company.ts";

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const get = async <Body>(path: string) => expectJson<Body>(await callApi(path, { key }), 200);
const idsOf = async (path: string) => (await get<Page<{ id: string }>>(path)).items.map(({ id }) => id);

async function lastChange(action: string): Promise<AuditEvent | undefined> {
	const { items } = await get<Page<AuditEvent>>("/api/audit?limit=200");
	return items.find((event) => event.action === action);
}

describe("extensions and numbers", () => {
	it("are listed with each other", async () => {
		const { items } = await get<Page<Record<string, unknown>>>("/api/extensions");
		expect(items.map(({ ext, number }) => [ext, number])).toEqual([
			["101", "+14155550101"],
			["102", null],
			["104", null],
		]);
		expect(await idsOf("/api/extensions?status=inactive")).toEqual(["ext_103"]);
		expect(await idsOf("/api/extensions?limit=1")).toEqual(["ext_101"]);
		expect(await get("/api/extensions/ext_failed")).toMatchObject({
			status: "failed",
			reason: "There is none.",
		});
		expect(await get("/api/numbers")).toMatchObject({
			items: [
				{ id: "num_101", number: "+14155550101", extension: "101" },
				{ id: "num_main", number: "+18005550100", kind: "toll_free", extension: null },
			],
		});
		expect(await get("/api/numbers/num_main")).toMatchObject({ number: "+18005550100" });
	});

	const create = (body: Record<string, unknown>) =>
		callApi("/api/extensions", {
			key,
			body: { ext: "105", name: "New", department: "Sales", email: "new@acme.example", ...body },
		});

	it("are created at once, with the number as E.164, and refused in provisioning's words", async () => {
		const created = await create({
			forwardTo: "415-555-0151",
			answerWith: "pickup",
			purpose: " Prices ",
			areaCode: "212",
		});
		expect(await expectJson(created, 202)).toMatchObject({
			id: "ext_105",
			status: "provisioning",
			forwardTo: "+14155550151",
			answerWith: "pickup",
			purpose: "Prices",
		});
		expect(await lastChange("extension.create")).toMatchObject({
			after: { ext: "105", name: "New", areaCode: "212", answerWith: "pickup", purpose: "Prices" },
		});
		expect(await expectJson(await create({ ext: "199" }), 409)).toMatchObject({
			code: "conflict",
			detail: "Extension 199 is taken.",
		});
		expect(await expectJson(await create({ name: "A Bug" }), 503)).toMatchObject({
			code: "upstream_unavailable",
		});
		for (const [body, field] of [
			[{ ext: "100" }, "ext"],
			[{ ext: 104 }, "ext"],
			[{ email: "nobody" }, "email"],
			[{ forwardTo: "12" }, "forwardTo"],
			[{ answerWith: "shouting" }, "answerWith"],
			[{ answerWith: null }, "answerWith"],
			[{ purpose: "x".repeat(301) }, "purpose"],
			[{ areaCode: "111" }, "areaCode"],
			[{ forwardsTo: null }, "forwardsTo"],
		] as const) {
			const problem = await expectJson<{ errors: unknown[] }>(await create(body), 400);
			expect(problem.errors[0]).toMatchObject({ in: "body", field });
		}
	});

	it("are changed, retried and deactivated, and each leaves its trace", async () => {
		const current = await get<Record<string, unknown>>("/api/extensions/ext_101");
		const put = await callApi("/api/extensions/ext_101", {
			key,
			method: "PUT",
			body: { ...current, name: "Jane Smith", forwardTo: null },
		});
		expect(await expectJson(put, 200)).toMatchObject({ name: "Jane Smith" });
		expect(await lastChange("extension.update")).toMatchObject({
			before: { name: "Jane" },
			after: { name: "Jane Smith" },
		});
		const misspelt = callApi("/api/extensions/ext_101", { key, method: "PUT", body: { nmae: "Jane" } });
		expect(await expectJson(await misspelt, 400)).toMatchObject({
			detail: "nmae: There is no such field.",
			errors: [{ in: "body", field: "nmae", message: "There is no such field." }],
		});
		const retry = (id: string) => callApi(`/api/extensions/${id}/retry`, { key, method: "POST" });
		expect((await retry("ext_failed")).status).toBe(202);
		expect((await retry("ext_101")).status).toBe(412);
		const remove = (path: string) => callApi(path, { key, method: "DELETE" });
		expect(await expectJson(await remove("/api/extensions/ext_102"), 200)).toMatchObject({
			status: "inactive",
		});
		expect(await expectJson(await remove("/api/extensions/ext_102?release=true"), 200)).toMatchObject({
			numberReleaseAt: null,
		});
		expect((await remove("/api/extensions/ext_102?release=maybe")).status).toBe(400);
		expect((await remove("/api/extensions/ext_0")).status).toBe(404);
	});

	it("are searched, bought, adopted, assigned, repaired and given back", async () => {
		expect(await get("/api/numbers/available?areaCode=212")).toMatchObject({
			items: [{ number: "+12125550123", kind: "local" }],
			nextCursor: null,
		});
		expect(await get("/api/numbers/health")).toMatchObject({ items: [{ trouble: "stray" }] });
		const post = (path: string, body?: unknown) => callApi(path, { key, method: "POST", body });
		expect(await expectJson(await post("/api/numbers", { kind: "toll_free" }), 201)).toMatchObject({
			kind: "toll_free",
		});
		expect((await post("/api/numbers", { kind: "local", areaCode: "212" })).status).toBe(412);
		expect(await expectJson(await post("/api/numbers/adopt", { number: "415 555 0188" }), 201)).toMatchObject(
			{
				number: "+14155550188",
			},
		);
		for (const body of [{ extensionId: "ext_101" }, { ext: "101" }]) {
			expect(await expectJson(await post("/api/numbers/num_main/assign", body), 200)).toMatchObject({
				extension: "101",
			});
		}
		expect(await expectJson(await post("/api/numbers/num_main/assign", { ext: null }), 200)).toMatchObject({
			extension: null,
		});
		expect((await post("/api/numbers/num_main/assign", {})).status).toBe(400);
		expect((await post("/api/numbers/num_main/assign", { ext: "150" })).status).toBe(400);
		expect((await post("/api/numbers/num_stray/repair")).status).toBe(200);
		expect((await callApi("/api/numbers/num_main", { key, method: "DELETE" })).status).toBe(204);
		expect(await lastChange("number.release")).toMatchObject({ before: { number: "+18005550100" } });
	});
});

describe("the audit log", () => {
	it("is read by target", async () => {
		const { items } = await get<Page<AuditEvent>>("/api/audit?targetKind=extension&targetId=ext_101");
		expect(items.map(({ action }) => action)).toEqual(["extension.update"]);
		const problem = await callApi("/api/audit?targetId=ext_101", { key });
		expect(await expectJson(problem, 400)).toMatchObject({ errors: [{ in: "query", field: "targetKind" }] });
	});
});
