import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const get = async <Body>(path: string) => expectJson<Body>(await callApi(path, { key }), 200);

describe("the audit log", () => {
	it("keeps what was asked for while nobody knows whether it was done", async () => {
		const outcome = "unknown";
		const silent = { id: "num_silent", number: "+14155550107", kind: "local" as const };
		await db.insert(phoneNumbers).values({ ...silent, createdAt: new Date() });
		const asked: [string, string, unknown, object][] = [
			[
				"POST",
				"/api/numbers",
				{ kind: "local", areaCode: "907" },
				{
					action: "number.buy",
					target: { kind: "number", id: null },
					after: { kind: "local", areaCode: "907", outcome },
				},
			],
			[
				"POST",
				"/api/numbers/adopt",
				{ number: "+19075550123" },
				{
					action: "number.adopt",
					after: { number: "+19075550123", outcome },
				},
			],
			[
				"DELETE",
				"/api/numbers/num_silent",
				undefined,
				{
					action: "number.release",
					target: { kind: "number", id: "num_silent" },
					before: { number: "+14155550107", kind: "local", extension: null },
					after: { outcome },
				},
			],
			[
				"POST",
				"/api/extensions",
				{ ext: "106", name: "A Bug", department: "", email: "a@acme.example" },
				{
					action: "extension.create",
					target: { kind: "extension", id: null },
					after: { ext: "106", outcome },
				},
			],
		];
		for (const [method, path, body, entry] of asked) {
			await expectJson(await callApi(path, { key, method, body }), 503);
			const { items } = await get<Page<AuditEvent>>("/api/audit?limit=1");
			expect(items[0], path).toMatchObject(entry);
		}
		await callApi("/api/numbers", { key, body: { kind: "local", areaCode: "212" } });
		const { items } = await get<Page<AuditEvent>>("/api/audit?limit=1");
		expect(items[0]).toMatchObject({ action: "extension.create" });
	});

	it("cannot be rewritten, and gives up only what is older than a year", async () => {
		const old = new Date(Date.now() - 400 * 24 * 3_600_000);
		const row = { actorKind: "system" as const, actorName: "x", action: "x", targetKind: "x" };
		await db.insert(auditEvents).values([
			{ ...row, id: "aud_old", at: old },
			{ ...row, id: "aud_new", at: new Date() },
		]);
		await expect(testEnv.DB.exec("UPDATE audit_events SET actor_name = 'me'")).rejects.toThrow(/append-only/);
		await expect(testEnv.DB.exec("DELETE FROM audit_events WHERE id = 'aud_new'")).rejects.toThrow(/a year/);
		await db.delete(auditEvents).where(eq(auditEvents.id, "aud_old"));
	});
});
