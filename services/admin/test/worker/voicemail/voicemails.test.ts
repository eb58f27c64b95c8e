import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn } from "../api.ts";
import { caller, foundCompany, sound } from "../company.ts";

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

describe("voicemail", () => {
	it("is listed newest first without what was deleted, and by extension", async () => {
		expect(await idsOf("/api/voicemails")).toEqual(["vm_102", "vm_gone", "vm_101"]);
		expect(await idsOf("/api/voicemails?ext=101")).toEqual(["vm_101"]);
		expect((await callApi("/api/voicemails/vm_deleted", { key })).status).toBe(404);
	});

	it("is listed by who has heard it, who left it and its call, each with the others", async () => {
		const at = new Date("2026-11-02T12:00:00Z");
		const left = (id: string, extension: string, row: Partial<typeof voicemails.$inferInsert> = {}) => ({
			id,
			carrierRecordingId: id,
			callId: "call_4",
			extension,
			extensionId: `ext_${extension}`,
			fromNumber: "+14155550166",
			status: "stored" as const,
			transcriptStatus: "pending" as const,
			createdAt: at,
			...row,
		});
		const heard = { listenedAt: at, listenedById: "usr_jane", listenedByName: "Jane" };
		await db
			.insert(voicemails)
			.values([left("vm_f1", "101", heard), left("vm_f2", "101"), left("vm_f3", "102", heard)]);
		expect(await idsOf("/api/voicemails?heard=false")).toEqual(["vm_f2", "vm_102", "vm_gone", "vm_101"]);
		expect(await idsOf("/api/voicemails?heard=true")).toEqual(["vm_f3", "vm_f1"]);
		expect(await idsOf("/api/voicemails?heard=true&ext=101")).toEqual(["vm_f1"]);
		expect(await idsOf("/api/voicemails?heard=false&ext=101")).toEqual(["vm_f2", "vm_101"]);
		const from = "number=(415)%20555-0166";
		expect(await idsOf(`/api/voicemails?${from}`)).toEqual(["vm_f3", "vm_f2", "vm_f1"]);
		expect(await idsOf(`/api/voicemails?${from}&heard=true&ext=102`)).toEqual(["vm_f3"]);
		expect(await idsOf("/api/voicemails?callId=call_2")).toEqual(["vm_102", "vm_gone", "vm_101"]);
		expect(await idsOf(`/api/voicemails?callId=call_4&${from}&heard=false&ext=101`)).toEqual(["vm_f2"]);
		expect(await idsOf("/api/voicemails?callId=call_0")).toEqual([]);
		for (const query of ["heard=yes", "number=12", "callId=", "ext=100"]) {
			expect((await callApi(`/api/voicemails?${query}`, { key })).status, query).toBe(400);
		}
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const page: Page<{ id: string }> = await get(
				`/api/voicemails?ext=101&limit=1${cursor && `&cursor=${cursor}`}`,
			);
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor;
		}
		expect(seen).toEqual(["vm_f2", "vm_f1", "vm_101"]);

		await giveUser({ email: "filters@acme.example", role: "agent", extensionId: "ext_101" });
		const cookie = await signIn("filters@acme.example");
		const ofAgent = async (query: string) => {
			const response = await callApi(`/api/voicemails?${query}`, { cookie });
			return (await expectJson<Page<{ id: string }>>(response, 200)).items.map(({ id }) => id);
		};
		expect(await ofAgent("heard=true")).toEqual(["vm_f1"]);
		expect(await ofAgent("heard=false")).toEqual(["vm_f2", "vm_101"]);
		expect(await ofAgent(from)).toEqual(["vm_f2", "vm_f1"]);
		expect(await ofAgent("callId=call_4")).toEqual(["vm_f2", "vm_f1"]);
		await db.delete(voicemails).where(eq(voicemails.fromNumber, "+14155550166"));
	});

	it("comes as CSV in which no cell is a formula", async () => {
		const response = await callApi("/api/voicemails?ext=101", { key, headers: { accept: "text/csv" } });
		expect(await response.text()).toContain(`"'=SUM(A1), ""urgent""\nplease call"`);
	});

	const listen = (headers: Record<string, string> = {}, method = "GET") =>
		callApi("/api/voicemails/vm_101/audio", { key, headers, method });

	it("is heard in whole", async () => {
		const response = await listen();
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe("audio/mpeg");
		expect(response.headers.get("content-length")).toBe("1000");
		expect(response.headers.get("accept-ranges")).toBe("bytes");
		expect(new Uint8Array(await response.arrayBuffer())).toEqual(sound);
	});

	it("is heard from wherever somebody seeks to", async () => {
		for (const [range, start, end] of [
			["bytes=0-0", 0, 0],
			["bytes=10-19", 10, 19],
			["bytes=990-", 990, 999],
			["bytes=990-5000", 990, 999],
			["bytes=-10", 990, 999],
			["bytes=-5000", 0, 999],
		] as const) {
			const response = await listen({ range });
			expect(response.status, range).toBe(206);
			expect(response.headers.get("content-range"), range).toBe(`bytes ${start}-${end}/1000`);
			expect(response.headers.get("content-length"), range).toBe(String(end - start + 1));
			expect(new Uint8Array(await response.arrayBuffer()), range).toEqual(sound.slice(start, end + 1));
		}
		for (const range of ["bytes=1000-", "bytes=-0"]) {
			const response = await listen({ range });
			expect(response.status).toBe(416);
			expect(response.headers.get("content-range")).toBe("bytes */1000");
		}
		for (const range of ["bytes=5-1", "seconds=1-2", "bytes=0-1,5-6"]) {
			expect((await listen({ range })).status).toBe(200);
		}
	});

	it("is not sent again to who has it, and in whole to who has something else", async () => {
		const etag = (await listen()).headers.get("etag") ?? "";
		expect(etag).toMatch(/^"[0-9a-f]+"$/);
		const known = await listen({ "if-none-match": etag });
		expect([known.status, await known.text()]).toEqual([304, ""]);
		expect((await listen({ "if-none-match": '"other"' })).status).toBe(200);
		expect((await listen({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
		for (const ifRange of ['"other"', "*", `W/${etag}`, `"other", ${etag}`]) {
			expect((await listen({ range: "bytes=0-9", "if-range": ifRange })).status, ifRange).toBe(200);
		}
	});

	it("names its size to HEAD without its sound", async () => {
		const response = await listen({}, "HEAD");
		expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([
			200,
			"1000",
			"",
		]);
	});

	it("has no sound before it arrived", async () => {
		expect((await callApi("/api/voicemails/vm_102/audio", { key })).status).toBe(404);
	});

	it("is an agent's own, or looks as if it did not exist", async () => {
		await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
		const cookie = await signIn("jane@acme.example");
		const ask = (path: string, method = "GET") => callApi(path, { cookie, method });
		const { items } = await expectJson<Page<{ id: string }>>(await ask("/api/voicemails"), 200);
		expect(items.map(({ id }) => id)).toEqual(["vm_101"]);
		expect((await ask("/api/voicemails?ext=102")).status).toBe(403);
		for (const [path, method] of [
			["/api/voicemails/vm_102", "GET"],
			["/api/voicemails/vm_102/audio", "GET"],
			["/api/voicemails/vm_102/listen", "POST"],
			["/api/voicemails/vm_102/listen", "DELETE"],
			["/api/voicemails/vm_102", "DELETE"],
		] as const) {
			expect((await ask(path, method)).status).toBe(404);
		}
		expect((await ask("/api/voicemails/vm_101/audio")).status).toBe(200);
		await giveUser({ email: "nobody@acme.example", role: "agent" });
		const other = await signIn("nobody@acme.example");
		expect(await expectJson(await callApi("/api/voicemails", { cookie: other }), 200)).toEqual({
			items: [],
			nextCursor: null,
		});
	});

	it("of who had the same keys before is not the new holder's", async () => {
		const made = new Date("2026-11-10T12:00:00Z");
		const at = { createdAt: made, updatedAt: made };
		await db.insert(extensions).values({ id: "ext_new", ext: "103", name: "New", status: "active", ...at });
		const left = (id: string, extensionId: string, milliseconds: number) => ({
			id,
			extensionId,
			carrierRecordingId: id,
			callId: "call_2",
			extension: "103",
			status: "stored" as const,
			audioKey: "voicemail/vm_101.mp3",
			transcriptStatus: "pending" as const,
			createdAt: new Date(made.getTime() + milliseconds),
		});
		await db.insert(voicemails).values([left("vm_before", "ext_103", 2), left("vm_since", "ext_new", 1)]);
		await giveUser({ email: "new@acme.example", role: "agent", extensionId: "ext_new" });
		const cookie = await signIn("new@acme.example");
		const ask = (path: string, method = "GET") => callApi(`/api/voicemails${path}`, { cookie, method });
		for (const path of ["", "?ext=103"]) {
			const { items } = await expectJson<Page<{ id: string }>>(await ask(path), 200);
			expect(items.map(({ id }) => id)).toEqual(["vm_since"]);
		}
		for (const [path, method] of [
			["", "GET"],
			["/audio", "GET"],
			["/listen", "POST"],
			["/listen", "DELETE"],
			["", "DELETE"],
		] as const) {
			expect((await ask(`/vm_before${path}`, method)).status, `${method} ${path}`).toBe(404);
			expect((await ask(`/vm_since${path}`, method)).status, `${method} ${path}`).toBeLessThan(300);
		}
		expect(await idsOf("/api/voicemails?ext=103")).toEqual(["vm_since"]);
		expect(await idsOf("/api/voicemails")).toEqual(expect.arrayContaining(["vm_since", "vm_before"]));
		await db.delete(voicemails).where(eq(voicemails.extension, "103"));
		await db.delete(extensions).where(eq(extensions.id, "ext_new"));
	});

	it("says who heard it first and when, until it is marked as unheard; both are recorded", async () => {
		const listened = await callApi("/api/voicemails/vm_101/listen", { key, method: "POST" });
		expect(await expectJson(listened, 200)).toMatchObject({
			listenedAt: "2026-11-22T12:00:00.000Z",
			listenedBy: { id: expect.stringMatching(/^key_/), name: expect.any(String) },
		});
		const listenedAt = new Date("2026-11-20T12:00:00Z");
		const jane = { listenedAt, listenedById: "usr_jane", listenedByName: "=Jane" };
		await db.update(voicemails).set(jane).where(eq(voicemails.id, "vm_101"));
		const again = await callApi("/api/voicemails/vm_101/listen", { key, method: "POST" });
		const ofJane = { listenedAt: listenedAt.toISOString(), listenedBy: { id: "usr_jane", name: "=Jane" } };
		expect(await expectJson(again, 200)).toMatchObject(ofJane);
		expect(await get("/api/voicemails/vm_101")).toMatchObject(ofJane);
		const csv = await callApi("/api/voicemails?ext=101", { key, headers: { accept: "text/csv" } });
		const table = await csv.text();
		expect(table.split("\r\n")[0]).toContain(",listenedAt,listenedBy,createdAt");
		expect(table).toContain(`,${listenedAt.toISOString()},'=Jane,`);

		const unhear = () => callApi("/api/voicemails/vm_101/listen", { key, method: "DELETE" });
		expect(await expectJson(await unhear(), 200)).toMatchObject({ listenedAt: null, listenedBy: null });
		expect(await lastChange("voicemail.unheard")).toMatchObject({
			target: { kind: "voicemail", id: "vm_101" },
			before: { extension: "101", listenedAt: listenedAt.toISOString() },
		});
		await db.update(voicemails).set({ listenedAt: null }).where(eq(voicemails.id, "vm_101"));
		const audited = async () =>
			(await get<Page<AuditEvent>>("/api/audit?limit=200")).items.filter(({ action }) =>
				action.startsWith("voicemail."),
			).length;
		const before = await audited();
		expect((await unhear()).status).toBe(200);
		expect(await audited()).toBe(before);
	});

	it("is marked as heard and deleted by voice, and the audit log keeps no caller's number", async () => {
		const heard = await callApi("/api/voicemails/vm_101/listen", { key, method: "POST" });
		expect(await expectJson(heard, 200)).toMatchObject({
			id: "vm_101",
			listenedAt: "2026-11-22T12:00:00.000Z",
		});
		expect((await callApi("/api/voicemails/vm_101", { key, method: "DELETE" })).status).toBe(204);
		expect((await callApi("/api/voicemails/vm_gone", { key, method: "DELETE" })).status).toBe(404);
		const change = await lastChange("voicemail.delete");
		expect(change).toMatchObject({
			target: { id: "vm_101" },
			before: { extension: "101", durationSeconds: 7 },
		});
		expect(JSON.stringify(change)).not.toContain(caller);
	});
});
