import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { erasures } from "@cloudpbx/db/schema/contacts";
import { calls } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { createContext } from "../../../src/context.ts";
import { continueErasures } from "../../../src/operations/contacts/erase-person.ts";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { caller, foundCompany } from "../company.ts";

let key: string;
beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const erase = (number: string, env = {}) =>
	callApi(`/api/contacts/${encodeURIComponent(number)}`, { key, method: "DELETE", env });
const accept = (value: unknown) => ({ ok: true, value });
const worker = (...portions: unknown[]) => ({
	erasePerson: async () => accept(portions.shift() ?? { isDone: true, waitsFor: null }),
});

it("refuses a number whose call goes on, one of our own, and one of which there is nothing", async () => {
	expect((await erase(caller)).status).toBe(412);
	expect((await erase("+18005550100")).status).toBe(400);
	expect((await erase("+14155557777")).status).toBe(404);
	expect(await db.select().from(erasures)).toEqual([]);
});

it("goes on by the sweep until every Worker has said that nothing is left", async () => {
	const number = "+14155550143";
	await callApi("/api/contacts", { key, body: { number, name: "Robin" } });
	const messaging = { ...worker({ isDone: false, waitsFor: "text" }), publishLive: async () => accept(null) };
	const begun = await erase(number, { MESSAGING: messaging });
	expect(await expectJson(begun, 202)).toEqual({ isFinished: false });
	expect(await db.select().from(erasures)).toMatchObject([{ number }]);
	expect((await callApi(`/api/contacts/${encodeURIComponent(number)}`, { key })).status).toBe(404);
	const waiting = worker({ isDone: false, waitsFor: null }, { isDone: false, waitsFor: "call" });
	expect(await continueErasures(createContext({ ...testEnv, VOICE: waiting } as never))).toBe(0);
	expect(await continueErasures(createContext(testEnv))).toBe(1);
	expect(await db.select().from(erasures)).toEqual([]);
	const log = await expectJson<Page<AuditEvent>>(await callApi("/api/audit?limit=50", { key }), 200);
	const made = log.items.find(({ action }) => action === "contact.create");
	expect(made).toMatchObject({ target: { kind: "contact", id: null }, before: null, after: null });
	expect(log.items.some(({ action }) => action === "contact.erase")).toBe(true);
	expect(JSON.stringify(log)).not.toContain("Robin");
});

it("ends a block of the number", async () => {
	await db.update(calls).set({ endedAt: new Date() });
	const items = [
		{ number: caller, then: "reject" },
		{ number: "+14155550144", then: "reject" },
	];
	await callApi("/api/blocklist", { key, method: "PUT", body: { items } });
	expect((await erase(caller)).status).toBe(204);
	const left = await expectJson<{ items: unknown[] }>(await callApi("/api/blocklist", { key }), 200);
	expect(left.items).toEqual([items[1]]);
	expect(await db.select().from(erasures).where(eq(erasures.number, caller))).toEqual([]);
});

it("lets nobody change the audit log while nobody is being erased, nor more than about whom", async () => {
	const change = (sets: string) => testEnv.DB.prepare(`UPDATE audit_events SET ${sets}`).run();
	await expect(change("target_id = NULL, before = NULL, after = NULL")).rejects.toThrow(/append-only/);
	await db.insert(erasures).values({ number: "+14155550145", startedAt: new Date() });
	await expect(change("target_id = NULL, before = NULL, after = NULL")).rejects.toThrow(/append-only/);
	await expect(change("actor_name = 'Nobody'")).rejects.toThrow(/append-only/);
});
