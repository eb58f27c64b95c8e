import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import type { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import type { Result } from "@cloudpbx/contracts/errors";
import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { callEvents, callLegs, calls } from "@cloudpbx/db/schema/voice";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { VoiceService } from "../../../src/rpc.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { sendWebhook, sidOf, testContext, testEnv } from "../carrier.ts";
import { foundCompany, mainLine } from "../directory.ts";

const db = openDb(testEnv.DB);
const callee = "+14155550199";
const jane = { kind: "user" as const, id: "usr_jane", name: "Jane", role: "agent" as const };
const janesNumber = "+14155550101";
const janesPhones = ["+14155550151", "+14155550156"];

/** What the carrier was asked, and how it answers the next request to call: by default it takes it. */
let asked: { path: string; form: Record<string, string> }[] = [];
let takeCalls: (form: Record<string, string>) => Response | "lost" = () => Response.json({});
let listedCalls: object[] = [];

const sidOfPhone = (phone: string) => sidOf("CA", phone);

beforeAll(async () => {
	await foundCompany();
	await db
		.update(extensions)
		.set({ alsoRing: [janesPhones[1] ?? ""] })
		.where(eq(extensions.ext, "101"));
	await db.insert(extensions).values({
		id: "ext_110",
		ext: "110",
		kind: "group",
		name: "Sales",
		members: ["ext_101"],
		status: "active",
		createdAt: new Date(0),
		updatedAt: new Date(0),
	});
});

beforeEach(() => {
	asked = [];
	listedCalls = [];
	takeCalls = ({ To = "" }) =>
		Response.json(
			{
				sid: sidOfPhone(To),
				status: "queued",
				direction: "outbound-api",
				date_created: new Date().toUTCString(),
			},
			{ status: 201 },
		);
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const url = new URL(String(input));
		const form = Object.fromEntries(new URLSearchParams(String(init?.body ?? "")));
		const path = url.pathname.replace(/^.*\/Accounts\/AC0+/, "");
		if (init?.method === "GET") return Response.json({ calls: listedCalls });
		asked.push({ path, form });
		if (path !== "/Calls.json") return Response.json({});
		const answer = takeCalls(form);
		if (answer === "lost") throw new TypeError("the answer is lost");
		return answer;
	});
});

afterEach(async () => {
	vi.restoreAllMocks();
	await db.batch([
		db.delete(calls),
		db.delete(callEvents),
		db.delete(callLegs),
		db.delete(settings).where(eq(settings.key, "callsOutAtOnce")),
		db.delete(settings).where(eq(settings.key, "callsOutPerHour")),
		db.delete(contacts),
	]);
});

let made = 0;
const newId = () => `call_${(++made).toString(16).padStart(32, "0")}`;

async function ask<Value>(work: (voice: VoiceService) => Promise<Value>): Promise<Value> {
	const context = createExecutionContext();
	const answer = await work(new VoiceService(context, testEnv));
	await waitOnExecutionContext(context);
	return answer;
}

const callOut = (wish: Partial<CallOut> = {}) =>
	ask((voice) => voice.callOut({ id: newId(), to: callee, as: "101", from: null, ...wish }, jane));

async function place(wish: Partial<CallOut> = {}): Promise<CallOutProgress> {
	const placed: Result<CallOutProgress> = await callOut(wish);
	if (!placed.ok) throw new Error(placed.error.message);
	return placed.value;
}

const store = (key: string, value: unknown) =>
	db.insert(settings).values({ key, value, updatedAt: new Date() });

async function load(id: string) {
	const [row] = await db.select().from(calls).where(eq(calls.id, id));
	const events = await db
		.select({ kind: callEvents.kind })
		.from(callEvents)
		.where(eq(callEvents.callId, id))
		.orderBy(asc(callEvents.id));
	const legs = await db.select().from(callLegs).where(eq(callLegs.callId, id));
	return { row, kinds: events.map(({ kind }) => kind), legs };
}

const legParams = (position: number, more: Record<string, string> = {}) => ({
	CallSid: sidOfPhone(janesPhones[position] ?? ""),
	From: janesNumber,
	To: janesPhones[position] ?? "",
	CallStatus: "in-progress",
	Direction: "outbound-api",
	...more,
});

const webhook = async (
	id: string,
	position: number,
	moment: string,
	more: Record<string, string> = {},
	options?: Parameters<typeof sendWebhook>[2],
) => {
	const response = await sendWebhook(
		`/ivr/out/${id}/${position}/${moment}`,
		legParams(position, more),
		options,
	);
	expect(response.status).toBeLessThan(300);
	return response.text();
};

const screenOf = (position: number) => new URL(asked[position]?.form.Url ?? "").pathname;

describe("a call out", () => {
	it("rings all telephones of the person, dials by key 1 and is one row with the conversation's seconds", async () => {
		const { id, ...placed } = await place();
		expect(placed).toMatchObject({
			to: callee,
			from: janesNumber,
			as: "101",
			phones: ["0151", "0156"],
			state: "ringing_own",
			outcome: null,
		});
		expect(asked.map(({ form }) => [form.To, form.From])).toEqual(
			janesPhones.map((phone) => [phone, janesNumber]),
		);
		const screen = await sendWebhook(screenOf(1), legParams(1));
		expect(await screen.text()).toContain("Call to 4 1 5, 5 5 5, 0 1 9 9. Press 1 to place the call.");

		const dialled = await webhook(id, 1, "key", { Digits: "1" });
		expect(dialled).toContain(`callerId="${janesNumber}"`);
		expect(dialled).toMatch(new RegExp(`<Number [^>]+>\\${callee}</Number>`));
		expect(asked.at(-1)).toEqual({
			path: `/Calls/${sidOfPhone(janesPhones[0] ?? "")}.json`,
			form: { Status: "completed" },
		});
		await webhook(id, 1, "answered", {
			CallSid: sidOf("CA", "callee"),
			ParentCallSid: sidOfPhone(janesPhones[1] ?? ""),
		});
		expect((await load(id)).row).toMatchObject({ status: "in_progress", takenBy: "101", endedAt: null });
		await webhook(id, 0, "status", { CallStatus: "canceled" });
		const result = { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "42" };
		expect(await webhook(id, 1, "result", result)).toContain("<Hangup/>");
		await webhook(id, 1, "status", { CallStatus: "completed", CallDuration: "55" });

		const { row, kinds, legs } = await load(id);
		expect(row).toMatchObject({
			direction: "outbound",
			fromNumber: janesNumber,
			toNumber: callee,
			extension: "101",
			outcome: "answered",
			status: "completed",
			talkSeconds: 42,
			durationSeconds: 42,
		});
		expect(row?.endedAt).not.toBeNull();
		expect(kinds).toEqual(["call_placed", "call_confirmed", "callee_answered", "callee_spoke", "ended"]);
		expect(legs).toEqual([]);
	});

	it("names the contact and the company that is about to be called", async () => {
		const at = new Date();
		const contact = { id: "con_1", number: callee, sortName: "ana", createdAt: at, updatedAt: at };
		await db.insert(contacts).values({ ...contact, name: "Ana Smith", company: "Acme" });
		await place();
		const screen = await (await sendWebhook(screenOf(0), legParams(0))).text();
		expect(screen).toContain("Call to Ana Smith at Acme. Press 1 to place the call.");
	});

	it("shows the main line for a person without a number, and the number that was asked for", async () => {
		await place({ as: "102" });
		expect(asked.at(-1)?.form.From).toBe(mainLine);
		await place({ as: "102", from: "+14155550103" });
		expect(asked.at(-1)?.form.From).toBe("+14155550103");
	});

	it.each([
		[{ DialCallStatus: "busy" }, "busy", "The line is busy"],
		[{ DialCallStatus: "no-answer" }, "no_answer", "Nobody answered"],
		[{ DialCallStatus: "failed" }, "failed", "could not be connected"],
		[{ DialCallStatus: "canceled", CallStatus: "completed" }, "canceled", "<Hangup/>"],
	])("that ends with %o is %s", async (result, outcome, words) => {
		const { id } = await place();
		await webhook(id, 0, "key", { Digits: "1" });
		expect(await webhook(id, 0, "result", { DialBridged: "false", ...result })).toContain(words);
		await webhook(id, 0, "status", { CallStatus: "completed" });
		expect((await load(id)).row).toMatchObject({ outcome, talkSeconds: null, durationSeconds: 0 });
	});

	it("is the same when the end of the line is reported before its result", async () => {
		const { id } = await place();
		await webhook(id, 0, "key", { Digits: "1" });
		await webhook(id, 0, "status", { CallStatus: "completed" });
		await webhook(id, 0, "result", {
			DialCallStatus: "completed",
			DialBridged: "true",
			DialCallDuration: "7",
		});
		expect((await load(id)).row).toMatchObject({ outcome: "answered", talkSeconds: 7, durationSeconds: 7 });
	});

	it("is not taken when nobody presses 1, whatever else is pressed", async () => {
		const { id } = await place();
		expect(await webhook(id, 0, "key", { Digits: "2" })).not.toContain("<Dial");
		await webhook(id, 0, "status", { CallStatus: "completed" });
		expect((await load(id)).row?.endedAt).toBeNull();
		await webhook(id, 1, "status", { CallStatus: "no-answer" });
		const { row, kinds } = await load(id);
		expect(row).toMatchObject({ outcome: "not_taken", status: "no_answer", durationSeconds: 0 });
		expect(kinds).toEqual(["call_placed", "call_not_taken", "ended"]);
	});

	it("is had by the first of two keys pressed at once, and the same press again has it again", async () => {
		const { id } = await place();
		const pressed = await Promise.all(
			[0, 1].map((position) => webhook(id, position, "key", { Digits: "1" })),
		);
		expect(pressed.filter((document) => document.includes("<Dial"))).toHaveLength(1);
		expect(pressed.filter((document) => document.includes("This call is over"))).toHaveLength(1);
		const winner = pressed.findIndex((document) => document.includes("<Dial"));
		expect(await webhook(id, winner, "key", { Digits: "1" })).toContain("<Dial");
	});

	it("connects nobody while the database is down", async () => {
		const { id } = await place();
		const { database } = measureDatabase(testEnv.DB);
		vi.spyOn(database, "batch").mockRejectedValue(new Error("D1 is down"));
		expect(await webhook(id, 0, "key", { Digits: "1" }, { database })).toContain("<Hangup/>");
	});
});

describe("a carrier that is no help", () => {
	it("refuses every telephone: the call failed", async () => {
		takeCalls = () => Response.json({ code: 21215 }, { status: 400 });
		const { id } = await place();
		const { row, kinds } = await load(id);
		expect(row).toMatchObject({ outcome: "failed", status: "failed" });
		expect(kinds).toEqual(["call_placed", "carrier_refused", "ended"]);
	});

	it("took the call and lost its answer: it rings once, and is found", async () => {
		takeCalls = () => "lost";
		listedCalls = [
			{
				sid: sidOf("CA", "found"),
				status: "ringing",
				direction: "outbound-api",
				date_created: new Date().toUTCString(),
			},
		];
		const { id } = await place({ as: "102" });
		expect(asked).toHaveLength(1);
		const { row, legs } = await load(id);
		expect(row?.endedAt).toBeNull();
		expect(legs).toMatchObject([{ carrierId: sidOf("CA", "found"), status: null }]);
	});

	it("lost the request as well: the call failed and is not asked for again", async () => {
		takeCalls = () => "lost";
		const { id } = await place({ as: "102" });
		expect(asked).toHaveLength(1);
		expect((await load(id)).row).toMatchObject({ outcome: "failed" });
	});
});

describe("the same id", () => {
	it("rings once, in a row and at the same moment", async () => {
		const id = newId();
		const placed = await Promise.all(Array.from({ length: 5 }, () => place({ id })));
		expect(new Set(placed.map((one) => one.id))).toEqual(new Set([id]));
		expect(asked.filter(({ path }) => path === "/Calls.json")).toHaveLength(2);
		await place({ id });
		expect(asked.filter(({ path }) => path === "/Calls.json")).toHaveLength(2);
	});

	it("is refused for another number", async () => {
		const id = newId();
		await place({ id });
		expect(await callOut({ id, to: "+14155550198" })).toMatchObject({ error: { code: "conflict" } });
	});
});

describe("hanging up", () => {
	it("stops every telephone, and what is pressed afterwards finds the call over", async () => {
		const { id } = await place();
		const ended = await ask((voice) => voice.hangUpCallOut(id));
		expect(ended).toMatchObject({ ok: true, value: { state: "ended", outcome: "canceled" } });
		const stopped = asked.filter(({ form }) => form.Status === "completed").map(({ path }) => path);
		expect(stopped).toEqual(janesPhones.map((phone) => `/Calls/${sidOfPhone(phone)}.json`));
		expect(await webhook(id, 0, "key", { Digits: "1" })).toContain("This call is over");
		const { row, kinds, legs } = await load(id);
		expect(row).toMatchObject({ status: "canceled", durationSeconds: 0 });
		expect(kinds).toEqual(["call_placed", "call_canceled", "ended"]);
		expect(legs).toEqual([]);
	});

	it("ends the line that has the call", async () => {
		const { id } = await place();
		await webhook(id, 1, "key", { Digits: "1" });
		asked = [];
		await ask((voice) => voice.hangUpCallOut(id));
		expect(asked).toEqual([
			{ path: `/Calls/${sidOfPhone(janesPhones[1] ?? "")}.json`, form: { Status: "completed" } },
		]);
		expect((await load(id)).row?.endedAt).toBeNull();
	});

	it("stops a telephone that the carrier was still being asked for", async () => {
		const id = newId();
		takeCalls = ({ To = "" }) =>
			Response.json(
				{ sid: sidOfPhone(To), status: "queued", date_created: new Date().toUTCString() },
				{ status: 201 },
			);
		const slow = vi.spyOn(globalThis, "fetch").getMockImplementation();
		vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
			const isCall = String(input).endsWith("/Calls.json") && init?.method === "POST";
			if (isCall)
				await db.update(calls).set({ endedAt: new Date(), outcome: "canceled" }).where(eq(calls.id, id));
			return slow?.(input, init) ?? new Response();
		});
		await place({ id, as: "102" });
		expect(asked.at(-1)).toMatchObject({ form: { Status: "completed" } });
	});

	it("knows no call that came in, and none that is not there", async () => {
		expect(await ask((voice) => voice.hangUpCallOut("call_unknown"))).toMatchObject({
			error: { code: "not_found" },
		});
	});
});

describe("refusals", () => {
	it.each<[string, Partial<CallOut>, string, RegExp]>([
		["a person who does not exist", { as: "150" }, "bad_input", /^as: Nobody has the keys 150/],
		["a group", { as: "110" }, "bad_input", /^as: Sales \(110\) is a group/],
		[
			"a person without a telephone",
			{ as: "103" },
			"precondition_failed",
			/Ana Ruiz \(103\) has no telephone/,
		],
		["a number of ours", { to: mainLine }, "forbidden", /one of your own numbers/],
		["an own telephone", { to: "+14155550151" }, "bad_input", /^to: .*rings first/],
		["a caller id that is not ours", { from: "+14155550177" }, "bad_input", /^from: /],
		["what is no number", { to: "911" }, "bad_input", /^to: /],
	])("%s", async (_, wish, code, words) => {
		const refused = await callOut(wish);
		expect(refused).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(words) } });
		expect(asked).toEqual([]);
		expect(await db.$count(calls)).toBe(0);
		expect(await db.$count(callEvents)).toBe(0);
	});
});

describe("brakes", () => {
	it("let exactly so many of 300 parallel calls through at once", async () => {
		await store("callsOutAtOnce", 7);
		const answers = await Promise.all(Array.from({ length: 300 }, () => callOut({ as: "102" })));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(7);
		const refused = answers.find(({ ok }) => !ok);
		expect(refused).toMatchObject({
			error: { code: "limit_exceeded", message: expect.stringContaining("7 calls out at once") },
		});
		expect(await db.$count(calls)).toBe(7);
		expect(await db.$count(callEvents)).toBe(7);
		expect(asked).toHaveLength(7);
	}, 60_000);

	it("let so many calls through within any sixty minutes, those that have ended included", async () => {
		await store("callsOutPerHour", 2);
		const first = await place({ as: "102" });
		await ask((voice) => voice.hangUpCallOut(first.id));
		await place({ as: "102" });
		expect(await callOut({ as: "102" })).toMatchObject({
			error: { code: "limit_exceeded", message: expect.stringContaining("2 calls out an hour") },
		});
		await db
			.update(calls)
			.set({ startedAt: new Date(Date.now() - 3_601_000) })
			.where(eq(calls.id, first.id));
		expect(await callOut({ as: "102" })).toMatchObject({ ok: true });
	});

	it("of nothing let nobody call", async () => {
		await store("callsOutAtOnce", 0);
		expect(await callOut()).toMatchObject({ error: { code: "limit_exceeded" } });
	});
});

it("a call whose end was never reported is ended by the sweep, and frees its place", async () => {
	await store("callsOutAtOnce", 1);
	takeCalls = () => "lost";
	const answers = vi.spyOn(globalThis, "fetch").getMockImplementation();
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		if (init?.method === "GET") throw new TypeError("unreachable");
		return answers?.(input, init) ?? new Response();
	});
	const { id } = await place();
	expect((await load(id)).row?.endedAt).toBeNull();
	await sweep(testContext({ announce: () => undefined }, new Date(Date.now() + 700_000)));
	const { row, legs } = await load(id);
	expect(row).toMatchObject({ outcome: "not_taken" });
	expect(legs).toEqual([]);
	takeCalls = () => Response.json({ code: 21215 }, { status: 400 });
	expect(await callOut()).toMatchObject({ ok: true });
});

it("costs two round trips to be placed, and one for each of its webhooks", async () => {
	const { database, cost } = measureDatabase(testEnv.DB);
	const context = createExecutionContext();
	const service = new VoiceService(context, { ...testEnv, DB: database });
	const id = newId();
	await service.callOut({ id, to: callee, as: "101", from: null }, jane);
	await waitOnExecutionContext(context);
	// The third stores what the carrier answered, when nobody waits any more.
	expect(cost.roundTrips).toBe(3);
});
