import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import type { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { VoiceService } from "../../../src/rpc.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { testContext, testEnv } from "../carrier.ts";
import { mainLine } from "../directory.ts";

import { ask, callee, callOut, db, jane, load, newId, openStage, place, stage, store } from "./stage.ts";

openStage();

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
		expect(stage.asked).toEqual([]);
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
		expect(stage.asked).toHaveLength(7);
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
	stage.takeCalls = () => "lost";
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
	stage.takeCalls = () => Response.json({ code: 21215 }, { status: 400 });
	expect(await callOut()).toMatchObject({ ok: true });
});

it("costs two round trips to be placed, and one for each of its webhooks", async () => {
	const { database, cost } = measureDatabase(testEnv.DB);
	const context = createExecutionContext();
	const service = new VoiceService(context, { ...testEnv, DB: database });
	const id = newId();
	await service.callOut({ id, to: callee, as: "101", from: null }, jane);
	await waitOnExecutionContext(context);
	// The third stores what the carrier answered, after the response.
	expect(cost.roundTrips).toBe(3);
});
