import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Call } from "@cloudpbx/contracts/api/calls";
import type { Page } from "@cloudpbx/contracts/api/page";
import { auditEvents, settings } from "@cloudpbx/db/schema/admin";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { calls, receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "./api.ts";
import { caller, foundCompany, sound } from "./company.ts";

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

describe("calls", () => {
	it("are listed newest first, by each filter", async () => {
		expect(await idsOf("/api/calls")).toEqual(["call_4", "call_3", "call_2", "call_1"]);
		expect(await idsOf("/api/calls?ext=101")).toEqual(["call_4", "call_1"]);
		expect(await idsOf("/api/calls?outcome=voicemail")).toEqual(["call_2"]);
		expect(await idsOf("/api/calls?direction=outbound")).toEqual(["call_3"]);
		expect(await idsOf("/api/calls?number=(415)%20555-0177")).toEqual(["call_3"]);
		expect(await idsOf(`/api/calls?number=${encodeURIComponent(caller)}`)).toEqual([
			"call_4",
			"call_3",
			"call_1",
		]);
		expect(await idsOf("/api/calls?from=2026-11-02")).toEqual(["call_4"]);
		expect(await idsOf("/api/calls?to=2026-11-01")).toEqual(["call_3", "call_2", "call_1"]);
		expect(await idsOf("/api/calls?from=2026-11-01T12:02:00Z&to=2026-11-01T12:03:00Z")).toEqual(["call_2"]);
		expect(await idsOf("/api/calls?ext=101&outcome=answered&direction=inbound")).toEqual(["call_1"]);
	});

	it("are listed by several outcomes, those that nobody took, and those in progress", async () => {
		expect(await idsOf("/api/calls?outcome=answered,voicemail")).toEqual(["call_2", "call_1"]);
		// call_3 went out: nobody missed it.
		expect(await idsOf("/api/calls?outcome=missed")).toEqual([]);
		expect(await idsOf("/api/calls?outcome=failed,missed,answered")).toEqual(["call_3", "call_1"]);
		const all = "answered,voicemail,informed,blocked,failed,abandoned";
		expect(await idsOf(`/api/calls?outcome=${all}`)).toEqual(["call_3", "call_2", "call_1"]);
		expect(await idsOf("/api/calls?state=open")).toEqual(["call_4", "call_3", "call_2"]);
		expect(await idsOf("/api/calls?state=ended")).toEqual(["call_1"]);
		expect(await idsOf("/api/calls?state=open&outcome=missed,voicemail")).toEqual(["call_2"]);
		expect(await idsOf("/api/calls?state=open&ext=101")).toEqual(["call_4"]);
		const number = encodeURIComponent(caller);
		expect(await idsOf(`/api/calls?state=open&number=${number}&direction=inbound`)).toEqual(["call_4"]);
		expect(await idsOf(`/api/calls?state=ended&number=${number}&outcome=answered`)).toEqual(["call_1"]);
		for (const query of ["outcome=missed,nice", "outcome=", "outcome=missed,", "state=closed"]) {
			expect((await callApi(`/api/calls?${query}`, { key })).status, query).toBe(400);
		}
	});

	it("are of a day as the company's clocks have it, and of an instant wherever it is", async () => {
		const inKiribati = { key: "timeZone", value: "Pacific/Kiritimati", updatedAt: new Date() };
		await db.insert(settings).values(inKiribati);
		expect(await idsOf("/api/calls?from=2026-11-02&to=2026-11-02")).toEqual(["call_3", "call_2", "call_1"]);
		expect(await idsOf("/api/calls?from=2026-11-03")).toEqual(["call_4"]);
		expect(await idsOf("/api/calls?to=2026-11-01")).toEqual([]);
		expect(await idsOf("/api/calls?from=2026-11-01T12:03:00Z&to=2026-11-02T12:00:00Z")).toEqual(["call_3"]);
		await db.delete(settings).where(eq(settings.key, inKiribati.key));
	});

	it("are listed by what the receptionist came to, and by an hour of the week", async () => {
		await db.update(calls).set({ receptionistResult: "transferred" }).where(eq(calls.id, "call_1"));
		await db.update(calls).set({ receptionistResult: "reached" }).where(eq(calls.id, "call_2"));
		expect(await idsOf("/api/calls?receptionist=any")).toEqual(["call_2", "call_1"]);
		expect(await idsOf("/api/calls?receptionist=transferred&ext=101")).toEqual(["call_1"]);
		expect(await idsOf("/api/calls?receptionist=menu")).toEqual([]);
		const inNewYork = { key: "timeZone", value: "America/New_York", updatedAt: new Date() };
		await db.insert(settings).values(inNewYork);
		// Three of them are of a Sunday at noon in UTC.
		const november = "/api/calls?from=2026-11-01&to=2026-11-30";
		expect(await idsOf(`${november}&weekday=6&hour=7`)).toEqual(["call_3", "call_2", "call_1"]);
		expect(await idsOf(`${november}&weekday=6&hour=7&ext=101`)).toEqual(["call_1"]);
		expect(await idsOf(`${november}&weekday=6&hour=8`)).toEqual([]);
		expect(await idsOf(`${november}&weekday=5&hour=7`)).toEqual([]);
		await db.delete(settings).where(eq(settings.key, inNewYork.key));
		for (const query of [
			"weekday=0&hour=9",
			"weekday=0&from=2026-11-01&to=2026-11-30",
			"weekday=7&hour=9&from=2026-11-01&to=2026-11-30",
			"weekday=0&hour=24&from=2026-11-01&to=2026-11-30",
			"weekday=0&hour=9&from=2026-01-01&to=2026-11-30",
			"receptionist=nice",
		]) {
			expect((await callApi(`/api/calls?${query}`, { key })).status, query).toBe(400);
		}
	});

	it("come in pages that neither repeat nor leave out anything", async () => {
		const seen: string[] = [];
		let cursor: string | null = "";
		while (cursor !== null) {
			const page: Page<{ id: string }> = await get(`/api/calls?limit=1${cursor && `&cursor=${cursor}`}`);
			expect(page.items).toHaveLength(1);
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor;
		}
		expect(seen).toEqual(["call_4", "call_3", "call_2", "call_1"]);
	});

	it("show the fields of the API, and alone their timeline", async () => {
		expect(await get("/api/calls/call_1")).toEqual({
			id: "call_1",
			carrierId: "CALL_1",
			direction: "inbound",
			from: caller,
			to: "+18005550100",
			contactName: null,
			extension: "101",
			takenBy: null,
			outcome: "answered",
			status: "completed",
			startedAt: "2026-11-01T12:01:00.000Z",
			answeredAt: "2026-11-01T12:00:00.000Z",
			endedAt: "2026-11-01T12:00:00.000Z",
			durationSeconds: 30,
			talkSeconds: 22,
			danger: null,
			events: [
				{ kind: "received", at: "2026-11-01T12:00:00.000Z" },
				{ kind: "extension_rang", at: "2026-11-01T12:00:00.000Z", extension: "101" },
			],
			receptionist: [],
			voicemailId: null,
		});
		expect((await callApi("/api/calls/call_0", { key })).status).toBe(404);
	});

	it("that last show how they began, which voice is asked for", async () => {
		const began = { ended_at: null, office_version: 1 };
		await testEnv.DB.prepare("UPDATE calls SET ended_at = ?, office_version = ? WHERE id = 'call_1'")
			.bind(began.ended_at, began.office_version)
			.run();
		expect(await get("/api/calls/call_1")).toMatchObject({
			events: [{ kind: "received", to: "+18005550100" }, {}, {}],
		});
		await testEnv.DB.prepare("UPDATE calls SET ended_at = ?, office_version = NULL WHERE id = 'call_1'")
			.bind(Date.parse("2026-11-01T12:00:00.000Z"))
			.run();
	});

	it("show what the receptionist made of what was said, in order, and the voicemail that is left of them", async () => {
		const at = new Date("2026-11-01T12:02:00Z");
		const turn = (row: Partial<typeof receptionistTurns.$inferInsert>) => ({
			callId: "call_2",
			attempt: 1,
			turn: 1,
			words: "Somebody for a repair",
			action: "ask" as const,
			language: "en",
			milliseconds: 800,
			at,
			...row,
		});
		await db
			.insert(receptionistTurns)
			.values([
				turn({ speechConfidence: 0.9, answer: "Sales or repairs?", confidence: 0.5, model: "@cf/a/b" }),
				turn({ turn: 2, words: "Sam", action: "voicemail", extension: "102", failure: "timeout" }),
				turn({ callId: "call_1", words: "A secret of another call" }),
			]);
		const call = await get<Call>("/api/calls/call_2");
		expect(call.receptionist).toEqual([
			{
				attempt: 1,
				turn: 1,
				words: "Somebody for a repair",
				speechConfidence: 0.9,
				action: "ask",
				extension: null,
				answer: "Sales or repairs?",
				language: "en",
				confidence: 0.5,
				model: "@cf/a/b",
				milliseconds: 800,
				failure: null,
				at: "2026-11-01T12:02:00.000Z",
			},
			expect.objectContaining({ turn: 2, action: "voicemail", extension: "102", failure: "timeout" }),
		]);
		// All of the seed are of that call: the latest that is not deleted.
		expect(call.voicemailId).toBe("vm_102");
		await db.update(voicemails).set({ callId: "call_4" }).where(eq(voicemails.id, "vm_deleted"));
		expect((await get<Call>("/api/calls/call_4")).voicemailId).toBeNull();
	});

	it("come as CSV when asked, with the next page in Link", async () => {
		const response = await callApi("/api/calls?limit=2", { key, headers: { accept: "text/csv" } });
		expect(response.headers.get("content-type")).toContain("text/csv");
		expect(response.headers.get("link")).toMatch(/^<\/api\/calls\?limit=2&cursor=[\w-]+>; rel="next"$/);
		const [header, first] = (await response.text()).split("\r\n");
		expect(header).toMatch(/^id,carrierId,direction,from,to,/);
		expect(first).toBe(
			`call_4,CALL_4,inbound,${caller},+18005550100,101,,completed,2026-11-02T12:00:00.000Z,,,,,,`,
		);
	});

	it("are refused with the field at fault when the question makes no sense", async () => {
		for (const [query, field] of [
			["ext=100", "ext"],
			["outcome=nice", "outcome"],
			["limit=201", "limit"],
			["limit=0", "limit"],
			["cursor=nonsense", "cursor"],
			["from=yesterday", "from"],
			["number=12", "number"],
		]) {
			const problem = await expectJson<{ errors: { in: string; field: string }[]; code: string }>(
				await callApi(`/api/calls?${query}`, { key }),
				400,
			);
			expect(problem.code).toBe("bad_input");
			expect(problem.errors[0]).toMatchObject({ in: "query", field });
		}
	});
});

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

describe("settings", () => {
	it("refuse one of our own numbers for emergencies: its calls would go round in a circle", async () => {
		const body = { fallbackNumber: "(800) 555-0100" };
		const refused = await callApi("/api/settings", { key, body, method: "PUT" });
		const { detail } = await expectJson<{ detail: string }>(refused, 400);
		expect(detail).toContain("circle");
	});

	it.each([
		[{ fallbackNumber: "+18765550199" }, "Jamaica"],
		[{ callCountries: ["US", "XX"] }, "XX is no country"],
		[{ callCountries: ["usa"] }, "two letters"],
		[{ personTextsPerHour: 0 }, "1"],
	])("refuse %j", async (body, words) => {
		const refused = await callApi("/api/settings", { key, body, method: "PUT" });
		expect(JSON.stringify(await expectJson(refused, 400))).toContain(words);
	});

	it("take back the whole object, keep what is not mentioned, and follow the installer until then", async () => {
		const env = { COMPANY_NAME: "Acme Corp", COMPANY_GREETING: "Hello." };
		const read = async () =>
			expectJson<Record<string, unknown>>(await callApi("/api/settings", { key, env }), 200);
		const write = (body: unknown) => callApi("/api/settings", { key, env, body, method: "PUT" });
		const first = await read();
		expect(first).toMatchObject({ companyName: "Acme Corp", greeting: "Hello.", fallbackNumber: null });
		expect(await expectJson(await write(first), 200)).toEqual(first);
		expect(await lastChange("settings.update")).toBeUndefined();

		const next = { ...first, hoursText: "9 to 5", fallbackNumber: "(415) 555-0151", isAssistantOn: false };
		const stored = { ...next, fallbackNumber: "+14155550151", version: 2 };
		expect(await expectJson(await write(next), 200)).toEqual(stored);
		expect(await read()).toEqual(stored);
		expect(await expectJson(await write({ ringSeconds: 30, fallbackNumber: null }), 200)).toEqual({
			...stored,
			ringSeconds: 30,
			fallbackNumber: null,
			version: 3,
		});
		expect(await read()).toMatchObject({ hoursText: "9 to 5", ringSeconds: 30, fallbackNumber: null });
		expect(await lastChange("settings.update")).toMatchObject({
			before: { ringSeconds: 20, fallbackNumber: "+14155550151" },
			after: { ringSeconds: 30, fallbackNumber: null },
			actor: { kind: "key" },
		});
		// What nobody touched still follows the installer.
		const renamed = await callApi("/api/settings", { key, env: { COMPANY_NAME: "Acme Ltd" } });
		expect(await expectJson(renamed, 200)).toMatchObject({ companyName: "Acme Ltd" });
	});

	it("refuse what makes no sense, with the field", async () => {
		for (const body of [
			{ timeZone: "Mars/Olympus" },
			{ timeZone: "+02:00" },
			{ ringSeconds: 4 },
			{ fallbackNumber: "911" },
			{ fallbackNumber: "+19005550100" },
			{ companyName: "" },
			{ auditRetentionDays: 1 },
			{ nonsense: true },
		]) {
			const response = await callApi("/api/settings", { key, method: "PUT", body });
			expect(response.status, JSON.stringify(body)).toBe(400);
		}
	});

	it("are written down by an owner once, and by nobody else", async () => {
		const init = (options: Parameters<typeof callApi>[1]) =>
			callApi("/api/init-db", { method: "POST", ...options });
		const { initialised } = await expectJson<{ initialised: string[] }>(await init({ key }), 200);
		expect(initialised).toContain("timeZone");
		expect(initialised).not.toContain("hoursText");
		expect(await expectJson(await init({ key }), 200)).toEqual({ initialised: [] });
		await giveUser({ email: "admin@acme.example", role: "admin" });
		expect((await init({ cookie: await signIn("admin@acme.example") })).status).toBe(403);
	});
});

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
		// What was refused is no change.
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

	it("is read by target", async () => {
		const { items } = await get<Page<AuditEvent>>("/api/audit?targetKind=extension&targetId=ext_101");
		expect(items.map(({ action }) => action)).toEqual(["extension.update"]);
		const problem = await callApi("/api/audit?targetId=ext_101", { key });
		expect(await expectJson(problem, 400)).toMatchObject({ errors: [{ in: "query", field: "targetKind" }] });
	});
});
