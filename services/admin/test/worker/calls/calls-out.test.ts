import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import { and, desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CallOptions, callApi, db, expectJson, giveKey, giveUser, signIn } from "../api.ts";
import { foundCompany } from "../company.ts";

const callee = "+14155550199";
let key: string;
let agent: string;
let stranger: string;
let admin: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	const [jane] = await db.select().from(extensions).where(eq(extensions.ext, "101"));
	await giveUser({ email: "agent@acme.example", role: "agent", extensionId: jane?.id ?? "" });
	await giveUser({ email: "stranger@acme.example", role: "agent" });
	await giveUser({ email: "admin@acme.example", role: "admin", extensionId: jane?.id ?? "" });
	agent = await signIn("agent@acme.example");
	stranger = await signIn("stranger@acme.example");
	admin = await signIn("admin@acme.example");
});

const refusals = () => db.$count(auditEvents, eq(auditEvents.action, "call.refuse"));
const place = (body: object, who: CallOptions = { key }) => callApi("/api/calls", { body, ...who });

async function refused(body: object, who?: CallOptions) {
	const response = await place(body, who);
	return { status: response.status, ...((await response.json()) as { detail: string; code: string }) };
}

describe("a call out", () => {
	it("rings the telephones of the person that a key names, and is audited without the number", async () => {
		const call = await expectJson<CallOutProgress>(await place({ to: "(415) 555-0199", as: "101" }), 202);
		expect(call).toMatchObject({ to: callee, as: "101", state: "ringing_own", outcome: null });
		expect(call.id).toMatch(/^call_[0-9a-f]{32}$/);
		const [entry] = await db.select().from(auditEvents).where(eq(auditEvents.targetId, call.id));
		expect(entry).toMatchObject({ action: "call.place", after: { as: "101", to: "+1…99" } });
	});

	it("is placed by an agent with the own extension, by an admin with any", async () => {
		expect(await expectJson(await place({ to: callee }, { cookie: agent }), 202)).toMatchObject({
			as: "101",
		});
		expect(await expectJson(await place({ to: callee, as: "101" }, { cookie: agent }), 202)).toBeTruthy();
		expect(await expectJson(await place({ to: callee }, { cookie: admin }), 202)).toMatchObject({
			as: "101",
		});
		expect(await expectJson(await place({ to: callee, as: "104" }, { cookie: admin }), 202)).toMatchObject({
			as: "104",
		});
	});

	it("with an id of one's own is one call, and nobody else's", async () => {
		const id = `call_${"ab".repeat(10)}`;
		const ask = async (who: CallOptions) =>
			(await expectJson<CallOutProgress>(await place({ to: callee, as: "101", id }, who), 202)).id;
		const first = await ask({ key });
		expect(await ask({ key })).toBe(first);
		expect(await ask({ key: await giveKey() })).not.toBe(first);
		expect(
			await db.$count(
				auditEvents,
				and(eq(auditEvents.targetId, first), eq(auditEvents.action, "call.place")),
			),
		).toBe(1);
	});
});

describe("refusals", () => {
	beforeEach(async () => {
		key = await giveKey();
	});

	it.each([
		"911",
		"9-1-1",
		"+911",
		"1911",
		"+1 911",
		"9911",
		"112",
		"+44 999",
		"933",
		"988",
		"411",
		"611",
		"311",
		"000",
		"110",
		"119",
		"９１１",
		"12345",
		"tel:911",
		"911#",
	])("%s: this line cannot call it, and it says what to do", async (to) => {
		const { status, detail } = await refused({ to, as: "101" });
		expect(status).toBe(403);
		expect(detail).toMatch(/^This line cannot call \d+: .*In an emergency use a mobile telephone\.$/);
		expect(await refusals()).toBeGreaterThan(0);
	});

	it.each<[object, number, RegExp]>([
		[{ to: "101", as: "101" }, 400, /^101 is an extension/],
		[{ to: "hello", as: "101" }, 400, /not a telephone number/],
		[{ to: "+1415555", as: "101" }, 400, /No telephone has this number/],
		[{ to: callee }, 400, /A key has no telephone/],
		[{ to: callee, as: "103" }, 400, /Nobody has the keys/],
		[{ to: callee, as: "99" }, 400, /as/],
		[{ to: callee, as: "101", from: "abc" }, 400, /not a telephone number/],
		[{ to: callee, as: "101", id: "mine" }, 400, /call_/],
		[{ as: "101" }, 400, /to/],
		[{ to: callee, as: "106" }, 503, /did not answer/],
	])("of %o is %i and no entry of the audit log", async (body, status, words) => {
		const before = await refusals();
		expect(await refused(body)).toMatchObject({ status, detail: expect.stringMatching(words) });
		expect(await refusals()).toBe(before);
	});

	it.each<[object, number, RegExp]>([
		[{ to: "+18765550100", as: "101" }, 403, /Jamaica are switched off/],
		[{ to: "+442079460000", as: "101" }, 403, /United Kingdom.* switched off/],
		[{ to: "+19005550100", as: "101" }, 403, /premium-rate/],
		[{ to: "+14159765550", as: "101" }, 403, /premium-rate/],
		[{ to: "+881612345678", as: "101" }, 403, /belongs to no country/],
		[{ to: callee, as: "102" }, 412, /no telephone/],
		[{ to: callee, as: "105" }, 429, /5 calls out at once/],
		[{ to: "911", as: "101" }, 403, /911/],
	])("of %o is %i and one entry of the audit log, however often it is tried", async (body, status, words) => {
		const before = await refusals();
		expect(await refused(body)).toMatchObject({ status, detail: expect.stringMatching(words) });
		await refused(body);
		expect(await refusals()).toBe(before + 1);
		const [entry] = await db
			.select()
			.from(auditEvents)
			.where(eq(auditEvents.action, "call.refuse"))
			.orderBy(desc(auditEvents.at))
			.limit(1);
		expect(JSON.stringify(entry)).not.toContain("8765550100");
		expect(entry?.targetKind).toBe("call");
	});

	it("of an agent who calls as somebody else, or has no extension", async () => {
		expect(await refused({ to: callee, as: "102" }, { cookie: agent })).toMatchObject({ status: 403 });
		expect(await refused({ to: callee }, { cookie: stranger })).toMatchObject({
			status: 412,
			detail: expect.stringContaining("Ask an owner or admin"),
		});
		expect(await refused({ to: callee, as: "101" }, { cookie: stranger })).toMatchObject({ status: 403 });
		expect((await place({ to: callee, as: "101" }, { key: await giveKey(["calls:read"]) })).status).toBe(403);
	});

	it("that met a brake are shown to the owner", async () => {
		await refused({ to: callee, as: "105" });
		await refused({ to: callee, as: "102" });
		const { heldBack } = await expectJson<{ heldBack: { reason: string }[] }>(
			await callApi("/api/dashboard", { key }),
			200,
		);
		const reasons = heldBack.map(({ reason }) => reason);
		expect(reasons).toContain("The ceiling of 5 calls out at once is reached.");
		expect(reasons.join()).not.toContain("no telephone");
	});
});

describe("following and hanging up", () => {
	const id = `call_${"0".repeat(31)}1`;
	const others = `call_${"0".repeat(31)}2`;
	const row = { carrierId: "", direction: "outbound" as const, status: "ringing" as const, toNumber: callee };

	beforeAll(async () => {
		await db.insert(calls).values([
			{ ...row, id, extension: "101", fromNumber: "+18005550100", startedAt: new Date() },
			{ ...row, id: others, extension: "102", fromNumber: "+18005550100", startedAt: new Date() },
		]);
		await db.insert(callLegs).values({ callId: id, position: 0, phone: "+14155550151" });
	});

	it("shows how far it has come, to an agent with the own extension only", async () => {
		const follow = (path: string, who: CallOptions) => callApi(`/api/calls/${path}/progress`, who);
		const shown = { id, to: callee, as: "101", phones: ["0151"], state: "ringing_own" };
		expect(await expectJson(await follow(id, { cookie: agent }), 200)).toMatchObject(shown);
		expect(await expectJson(await follow(id, { key }), 200)).toMatchObject(shown);
		expect((await follow(others, { cookie: agent })).status).toBe(404);
		expect((await follow(id, { cookie: stranger })).status).toBe(404);
		expect((await follow("call_1", { key })).status).toBe(404);
	});

	it("ends it, once in the audit log; somebody else's is not found", async () => {
		const hangUp = (path: string, who: CallOptions) =>
			callApi(`/api/calls/${path}/hang-up`, { method: "POST", ...who });
		expect((await hangUp(others, { cookie: agent })).status).toBe(404);
		for (let count = 0; count < 2; count++) {
			expect(await expectJson(await hangUp(id, { cookie: agent }), 200)).toMatchObject({
				state: "ended",
				outcome: "canceled",
			});
		}
		expect(await db.$count(auditEvents, eq(auditEvents.action, "call.hang_up"))).toBe(1);
	});
});

it("a call out is neither missed nor counted with the calls that came in", async () => {
	const analytics = async () =>
		(
			await expectJson<{ totals: Record<string, number> }>(
				await callApi("/api/analytics/calls", { key }),
				200,
			)
		).totals;
	const before = await analytics();
	const at = { startedAt: new Date(), endedAt: new Date() };
	const row = {
		carrierId: "",
		direction: "outbound" as const,
		status: "completed" as const,
		toNumber: callee,
		...at,
	};
	await db.insert(calls).values([
		{ ...row, id: "call_out_answered", outcome: "answered", talkSeconds: 9 },
		{ ...row, id: "call_out_failed", outcome: "failed" },
		{ ...row, id: "call_out_busy", outcome: "busy" },
	]);
	expect(await analytics()).toEqual(before);
	const idsOf = async (query: string) =>
		(
			await expectJson<{ items: { id: string }[] }>(await callApi(`/api/calls?${query}`, { key }), 200)
		).items.map(({ id }) => id);
	expect(await idsOf("outcome=missed")).not.toContain("call_out_failed");
	expect(await idsOf("outcome=missed,failed")).toContain("call_out_failed");
	expect(await idsOf("outcome=busy")).toEqual(["call_out_busy"]);
});
