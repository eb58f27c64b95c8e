import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, expectJson, giveKey, giveUser, signIn } from "../api.ts";
import { foundCompany } from "../company.ts";

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
