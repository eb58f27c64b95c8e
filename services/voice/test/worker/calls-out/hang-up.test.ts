import { calls } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { sidOf } from "../carrier.ts";

import {
	ask,
	callOut,
	db,
	janesPhones,
	load,
	newId,
	openStage,
	place,
	sidOfPhone,
	stage,
	webhook,
} from "./stage.ts";

openStage();

describe("a carrier that is no help", () => {
	it("refuses every telephone: the call failed", async () => {
		stage.takeCalls = () => Response.json({ code: 21215 }, { status: 400 });
		const { id } = await place();
		const { row, kinds } = await load(id);
		expect(row).toMatchObject({ outcome: "failed", status: "failed" });
		expect(kinds).toEqual(["call_placed", "carrier_refused", "ended"]);
	});

	it("took the call and lost its answer: it rings once, and is found", async () => {
		stage.takeCalls = () => "lost";
		stage.listedCalls = [
			{
				sid: sidOf("CA", "found"),
				status: "ringing",
				direction: "outbound-api",
				date_created: new Date().toUTCString(),
			},
		];
		const { id } = await place({ as: "102" });
		expect(stage.asked).toHaveLength(1);
		const { row, legs } = await load(id);
		expect(row?.endedAt).toBeNull();
		expect(legs).toMatchObject([{ carrierId: sidOf("CA", "found"), status: null }]);
	});

	it("lost the request as well: the call failed and is not stage.asked for again", async () => {
		stage.takeCalls = () => "lost";
		const { id } = await place({ as: "102" });
		expect(stage.asked).toHaveLength(1);
		expect((await load(id)).row).toMatchObject({ outcome: "failed" });
	});
});

describe("the same id", () => {
	it("rings once, in a row and at the same moment", async () => {
		const id = newId();
		const placed = await Promise.all(Array.from({ length: 5 }, () => place({ id })));
		expect(new Set(placed.map((one) => one.id))).toEqual(new Set([id]));
		expect(stage.asked.filter(({ path }) => path === "/Calls.json")).toHaveLength(2);
		await place({ id });
		expect(stage.asked.filter(({ path }) => path === "/Calls.json")).toHaveLength(2);
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
		const stopped = stage.asked.filter(({ form }) => form.Status === "completed").map(({ path }) => path);
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
		stage.asked = [];
		await ask((voice) => voice.hangUpCallOut(id));
		expect(stage.asked).toEqual([
			{ path: `/Calls/${sidOfPhone(janesPhones[1] ?? "")}.json`, form: { Status: "completed" } },
		]);
		expect((await load(id)).row?.endedAt).toBeNull();
	});

	it("stops a telephone that the carrier was still being stage.asked for", async () => {
		const id = newId();
		stage.takeCalls = ({ To = "" }) =>
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
		expect(stage.asked.at(-1)).toMatchObject({ form: { Status: "completed" } });
	});

	it("knows no call that came in, and none that is not there", async () => {
		expect(await ask((voice) => voice.hangUpCallOut("call_unknown"))).toMatchObject({
			error: { code: "not_found" },
		});
	});
});
