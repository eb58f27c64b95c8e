import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { Session } from "@cloudpbx/contracts/api/session";
import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import type { LiveListener } from "@cloudpbx/contracts/news/live";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";
import { callOf } from "../facts.ts";

const made = new Date("2026-11-02T12:00:00Z");
let key: string;
let jane: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
	jane = await signIn("jane@acme.example");
	const group = { kind: "group" as const, status: "active" as const, createdAt: made, updatedAt: made };
	await db.insert(extensions).values([
		{ ...group, id: "ext_g1", ext: "110", name: "Sales", members: ["ext_102", "ext_101", "ext_103"] },
		{ ...group, id: "ext_g2", ext: "111", name: "Support", members: ["ext_102"] },
		{ ...group, id: "ext_g3", ext: "112", name: "Gone", members: ["ext_101"], status: "inactive" },
	]);
	await db
		.insert(voicemails)
		.values([
			left("vm_g1", "110", 2),
			left("vm_g2", "111", 3),
			left("vm_g3", "112", 4),
			left("vm_g0", "110", 0),
		]);
	await testEnv.VOICEMAIL_AUDIO.put("voicemail/vm_g1.mp3", new Uint8Array(10));
});

beforeEach(async () => {
	await db
		.update(extensions)
		.set({ members: ["ext_102", "ext_101", "ext_103"] })
		.where(eq(extensions.id, "ext_g1"));
});

const rowsOfOne = 6;

function left(id: string, extension: string, minutes: number): typeof voicemails.$inferInsert {
	return {
		id,
		carrierRecordingId: id,
		callId: "call_2",
		extension,
		extensionId: `ext_g${Number(extension) - 109}`,
		fromNumber: "+14155550166",
		status: "stored",
		audioKey: "voicemail/vm_g1.mp3",
		transcriptStatus: "completed",
		createdAt: new Date(made.getTime() + minutes * 60_000),
	};
}

const leave = () =>
	db
		.update(extensions)
		.set({ members: ["ext_102"] })
		.where(eq(extensions.id, "ext_g1"));
const ask = (path: string, method = "GET") => callApi(path, { cookie: jane, method });
const idsOf = async (path: string) => {
	const { items } = await expectJson<Page<{ id: string }>>(await ask(path), 200);
	return items.map(({ id }) => id);
};

describe("a group's voicemail", () => {
	it("is its members', beside their own, in every list", async () => {
		expect(await idsOf("/api/voicemails")).toEqual(["vm_g1", "vm_g0", "vm_101"]);
		expect(await idsOf("/api/voicemails?ext=110")).toEqual(["vm_g1", "vm_g0"]);
		expect(await idsOf("/api/voicemails?ext=101")).toEqual(["vm_101"]);
		expect(await idsOf("/api/voicemails?heard=false")).toEqual(["vm_g1", "vm_g0", "vm_101"]);
		expect(await idsOf("/api/voicemails?heard=true")).toEqual([]);
		expect(await idsOf("/api/voicemails?number=%2B14155550166")).toEqual(["vm_g1", "vm_g0"]);
		expect(await idsOf("/api/voicemails?callId=call_2")).toEqual(["vm_g1", "vm_g0", "vm_101"]);
		for (const ext of ["102", "111", "112"]) {
			expect((await ask(`/api/voicemails?ext=${ext}`)).status, ext).toBe(403);
		}
		const walked: string[] = [];
		for (let cursor = "", pages = 0; pages < 9; pages += 1) {
			const page = await expectJson<Page<{ id: string }>>(await ask(`/api/voicemails?limit=1${cursor}`), 200);
			walked.push(...page.items.map(({ id }) => id));
			if (page.nextCursor === null) break;
			cursor = `&cursor=${page.nextCursor}`;
		}
		expect(walked).toEqual(["vm_g1", "vm_g0", "vm_101"]);
	});

	const ways = [
		["", "GET"],
		["/audio", "GET"],
		["/listen", "POST"],
		["/listen", "DELETE"],
		["", "DELETE"],
	] as const;

	it("looks to everybody else as if it did not exist, and to a member as soon as it left", async () => {
		const expectNothing = async (id: string) => {
			for (const [path, method] of ways) {
				expect((await ask(`/api/voicemails/${id}${path}`, method)).status, `${method} ${id}${path}`).toBe(
					404,
				);
			}
		};
		await expectNothing("vm_g2");
		await expectNothing("vm_g3");
		await leave();
		await expectNothing("vm_g1");
		expect(await idsOf("/api/voicemails")).toEqual(["vm_101"]);
		expect((await ask("/api/voicemails?ext=110")).status).toBe(403);
		await db.update(extensions).set({ status: "inactive" }).where(eq(extensions.id, "ext_g1"));
		await db
			.update(extensions)
			.set({ members: ["ext_101"] })
			.where(eq(extensions.id, "ext_g1"));
		await expectNothing("vm_g1");
		await db.update(extensions).set({ status: "active" }).where(eq(extensions.id, "ext_g1"));
	});

	it("is heard, marked and deleted by a member", async () => {
		for (const [path, method] of ways) {
			const response = await ask(`/api/voicemails/vm_g0${path}`, method);
			expect(response.status, `${method} ${path}`).toBeLessThan(300);
		}
	});

	it("is counted in a member's badge and overview, and in nobody else's", async () => {
		const session = async () => (await expectJson<Session>(await ask("/api/session"), 200)).badges;
		const waiting = async () => (await expectJson<Dashboard>(await ask("/api/dashboard"), 200)).waiting;
		expect(await session()).toMatchObject({ voicemailsUnheard: 3 });
		await db.update(voicemails).set({ status: "failed" }).where(eq(voicemails.id, "vm_g0"));
		expect(await waiting()).toMatchObject({ voicemailsUnheard: 3, recordingsFailed: 1 });
		await leave();
		expect(await session()).toMatchObject({ voicemailsUnheard: 1 });
		expect(await waiting()).toMatchObject({ voicemailsUnheard: 1, recordingsFailed: 0 });
		await db.update(voicemails).set({ status: "stored" }).where(eq(voicemails.id, "vm_g0"));
	});

	it("is among a member's voicemails of today", async () => {
		const now = new Date();
		await db
			.insert(calls)
			.values([
				callOf(now, { id: "call_today1", outcome: "voicemail", extension: "110" }),
				callOf(now, { id: "call_today2", outcome: "voicemail", extension: "111" }),
				callOf(now, { id: "call_today3", outcome: "voicemail", extension: "101" }),
			]);
		const today = async () => (await expectJson<Dashboard>(await ask("/api/dashboard"), 200)).today;
		expect(await today()).toMatchObject({ voicemails: 2 });
		await leave();
		expect(await today()).toMatchObject({ voicemails: 1 });
	});

	it("is heard of by a member's browser, which is looked at again when a group changes", async () => {
		const open = async () => {
			const response = await callApi("/api/live", {
				cookie: jane,
				headers: { upgrade: "websocket", origin: "https://pbx.example.com" },
			});
			const socket = response.webSocket;
			if (!socket) throw new Error(`There is no WebSocket: ${response.status}`);
			const frame = new Promise<string>((resolve) => {
				socket.addEventListener("message", ({ data }) => resolve(String(data)), { once: true });
			});
			socket.accept();
			const { listener } = JSON.parse(await frame) as { listener: LiveListener };
			socket.close();
			return listener;
		};
		expect(await open()).toMatchObject({
			voicemail: { extensionId: "ext_101", groupIds: ["ext_g1"] },
			grant: "agent ext_101 ext_g1",
		});
		await leave();
		expect(await open()).toMatchObject({
			voicemail: { extensionId: "ext_101", groupIds: [] },
			grant: "agent ext_101",
		});
		for (const [method, body] of [
			["PUT", { members: ["102"] }],
			["DELETE", undefined],
		] as const) {
			const recheckLive = vi.fn(async () => ({ ok: true as const, value: null }));
			const env = { MESSAGING: { ...testEnv.MESSAGING, recheckLive, publishLive: recheckLive } as never };
			await callApi("/api/extensions/ext_g2", { key, method, body, env });
			expect(recheckLive, method).toHaveBeenCalled();
		}
	});

	it("costs one round trip more than knowing who asks, and a page of each box", async () => {
		const numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)";
		await testEnv.DB.prepare(
			`${numbers} INSERT INTO voicemails (id, carrier_recording_id, call_id, extension, extension_id, status, transcript_status, listened_at, created_at) SELECT 'vm_x' || i, 'REx' || i, 'call_x' || i, 'x', CASE i % 3 WHEN 0 THEN 'ext_101' WHEN 1 THEN 'ext_g1' ELSE 'ext_102' END, 'stored', 'completed', CASE i % 2 WHEN 0 THEN 1 END, 1767225600000 + i * 300000 FROM n`,
		).run();
		for (const [path, perBox] of [
			["/api/voicemails", 51],
			["/api/voicemails?heard=true", 102],
			["/api/voicemails?heard=false", 51],
		] as const) {
			const { database, cost } = measureDatabase(testEnv.DB);
			const response = await callApi(path, { cookie: jane, env: { DB: database } });
			const { items } = await expectJson<Page<object>>(response, 200);
			expect(items, path).toHaveLength(50);
			expect(cost.roundTrips, path).toBe(2);
			expect(cost.rowsRead, path).toBeLessThanOrEqual(2 * rowsOfOne * perBox);
		}
		await db.delete(voicemails).where(eq(voicemails.extension, "x"));
	});
});

describe("extensions of both kinds", () => {
	it("are one list, in which a group's members have the keys of today", async () => {
		const response = await callApi("/api/extensions", { key });
		const { items } = await expectJson<Page<Extension>>(response, 200);
		expect(items.map(({ kind, ext, members }) => [kind, ext, ...members])).toEqual([
			["person", "101"],
			["person", "102"],
			["person", "104"],
			["group", "110", "102", "101"],
			["group", "111", "102"],
		]);
		await db.update(extensions).set({ ext: "150" }).where(eq(extensions.id, "ext_102"));
		const group = await expectJson<Extension>(await callApi("/api/extensions/ext_g1", { key }), 200);
		expect(group.members).toEqual(["150", "101"]);
		await db.update(extensions).set({ ext: "102" }).where(eq(extensions.id, "ext_102"));
	});

	const create = (body: object) =>
		callApi("/api/extensions", { key, body: { ext: "120", name: "New", ...body } });

	it("are created with what their kind has", async () => {
		const person = {
			department: "",
			email: "new@acme.example",
			forwardTo: "415 555 0151",
			alsoRing: ["415-555-0152"],
		};
		expect(await expectJson(await create(person), 202)).toMatchObject({ alsoRing: ["+14155550152"] });
		const group = {
			kind: "group",
			members: ["102", "101"],
			ringing: "in_order",
			ringSeconds: 30,
			greeting: " Hi. ",
		};
		expect(await expectJson(await create(group), 202)).toMatchObject({ ...group, greeting: "Hi." });
		for (const [body, field] of [
			[{ kind: "robot" }, "kind"],
			[{ department: "" }, "email"],
			[{ email: "new@acme.example" }, "department"],
			[{ ...group, members: ["99"] }, "members.0"],
			[{ ...group, members: "101" }, "members"],
			[{ ...group, members: Array.from({ length: 21 }, (_, index) => `1${index + 10}`) }, "members"],
			[{ ...group, ringing: "sometimes" }, "ringing"],
			[{ ...group, ringSeconds: 4 }, "ringSeconds"],
			[{ ...group, ringSeconds: 121 }, "ringSeconds"],
			[{ ...group, greeting: "x".repeat(601) }, "greeting"],
			[{ ...person, alsoRing: ["12"] }, "alsoRing.0"],
			[{ ...person, alsoRing: Array(5).fill("+14155550152") }, "alsoRing"],
		] as const) {
			const problem = await expectJson<{ errors: unknown[] }>(await create(body), 400);
			expect(problem.errors[0], JSON.stringify(body)).toMatchObject({ in: "body", field });
		}
	});

	it("are refused at the field that provisioning names", async () => {
		const body = { kind: "group", members: ["101"], name: "Too Many" };
		const message = "Group 110 (Sales) would ring 11.";
		expect(await expectJson(await create(body), 400)).toMatchObject({
			detail: message,
			errors: [{ in: "body", field: "members", message }],
		});
	});

	const readLog = async () =>
		(await expectJson<Page<AuditEvent>>(await callApi("/api/audit?limit=200", { key }), 200)).items;
	/** Entries with the same `at` have no fixed order: new ones are found by id. */
	const without = (entries: AuditEvent[], known: AuditEvent[]) =>
		entries.filter(({ id }) => !known.some((entry) => entry.id === id));

	it("leave their groups and the operator's place when they are deactivated, and the log says so", async () => {
		await db
			.insert(settings)
			.values({ key: "operator", value: "ext_101", updatedAt: made })
			.onConflictDoNothing();
		const closed = { greeting: "Good night.", then: "voicemail", extension: "101" };
		await expectJson(await callApi("/api/hours", { key, method: "PUT", body: { closed } }), 200);
		const known = await readLog();
		expect((await callApi("/api/extensions/ext_101", { key, method: "DELETE" })).status).toBe(200);
		const items = without(await readLog(), known);
		expect(items).toHaveLength(4);
		const entryOf = (action: string) => items.find((entry) => entry.action === action);
		expect(entryOf("extension.deactivate")).toMatchObject({ target: { id: "ext_101" } });
		expect(entryOf("extension.update")).toMatchObject({
			target: { id: "ext_g1" },
			before: { members: ["102", "101"] },
			after: { members: ["102"] },
		});
		expect(entryOf("settings.update")).toMatchObject({
			before: { operator: "101" },
			after: { operator: null },
		});
		expect(entryOf("hours.update")).toMatchObject({
			before: { closedThen: "voicemail of 101" },
			after: { closedThen: "menu" },
		});
		expect(await db.select().from(settings).where(eq(settings.key, "operator"))).toEqual([]);
		await callApi("/api/extensions/ext_101", { key, method: "DELETE" });
		const again = without(await readLog(), [...known, ...items]);
		expect(again.map(({ action }) => action).sort()).toEqual(["extension.deactivate", "extension.update"]);
	});

	it("are somebody's own only when they are a person", async () => {
		const body = { email: "kim@acme.example", role: "agent", extension: "110" };
		const refused = await expectJson<{ detail: string }>(
			await callApi("/api/invitations", { key, body }),
			400,
		);
		expect(refused.detail).toContain("110 is a group");
		const id = await giveUser({ email: "lee@acme.example", role: "agent" });
		const put = await callApi(`/api/users/${id}`, { key, method: "PUT", body: { extension: "110" } });
		expect((await expectJson<{ detail: string }>(put, 400)).detail).toContain("110 is a group");
	});
});

describe("the operator", () => {
	const read = async () =>
		expectJson<{ operator: string | null; version: number }>(await callApi("/api/settings", { key }), 200);
	const write = (body: object) => callApi("/api/settings", { key, method: "PUT", body });

	it("is said by three keys and stays the same when they are changed", async () => {
		expect(await read()).toMatchObject({ operator: null });
		expect(await expectJson(await write({ operator: "102" }), 200)).toMatchObject({ operator: "102" });
		expect(
			await db.select({ value: settings.value }).from(settings).where(eq(settings.key, "operator")),
		).toEqual([{ value: "ext_102" }]);
		await db.update(extensions).set({ ext: "150" }).where(eq(extensions.id, "ext_102"));
		const whole = await read();
		expect(whole.operator).toBe("150");
		expect(await expectJson(await write(whole), 200)).toEqual(whole);
		expect(await expectJson(await write({ operator: "110" }), 200)).toMatchObject({ operator: "110" });
		expect(await read()).toMatchObject({ operator: "110" });
		const { items } = await expectJson<Page<AuditEvent>>(await callApi("/api/audit?limit=1", { key }), 200);
		expect(items[0]).toMatchObject({ before: { operator: "150" }, after: { operator: "110" } });
		await db.update(extensions).set({ ext: "102" }).where(eq(extensions.id, "ext_102"));
		expect(await expectJson(await write({ operator: null }), 200)).toMatchObject({ operator: null });
		expect(await read()).toMatchObject({ operator: null });
	});

	it("is nobody once it is deactivated, and never somebody who is not there", async () => {
		for (const operator of ["150", "103", "99", "ext_102", 102, ""]) {
			expect((await write({ operator })).status, String(operator)).toBe(400);
		}
		await write({ operator: "102" });
		await db.update(extensions).set({ status: "inactive" }).where(eq(extensions.id, "ext_102"));
		expect(await read()).toMatchObject({ operator: null });
		await db.update(extensions).set({ status: "active" }).where(eq(extensions.id, "ext_102"));
		await write({ operator: null });
	});
});
