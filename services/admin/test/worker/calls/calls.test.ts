import type { Call } from "@cloudpbx/contracts/api/calls";
import type { Page } from "@cloudpbx/contracts/api/page";
import { settings } from "@cloudpbx/db/schema/admin";
import { calls, receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { caller, foundCompany } from "../company.ts";

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const get = async <Body>(path: string) => expectJson<Body>(await callApi(path, { key }), 200);
const idsOf = async (path: string) => (await get<Page<{ id: string }>>(path)).items.map(({ id }) => id);

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
		// call_3 went out, so it was not missed.
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
