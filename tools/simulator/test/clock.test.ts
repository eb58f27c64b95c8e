import { describe, expect, it } from "vitest";
import { caller, main, useStage } from "./support/stage.ts";
import { waitFor } from "./support/wait-for.ts";

const stage = useStage(1);
const long = '<Pause length="3600"/><Say>An hour later</Say><Pause length="3600"/>';

async function startLongCall(): Promise<string> {
	stage.app.on("/voice", `<Say>Hello</Say>${long}`);
	await stage.network.speed(1000);
	const sid = await stage.network.dial(caller, main);
	await stage.network.speed(1);
	await stage.network.until(sid, ({ timeline }) => timeline.some(({ text }) => text === "<Pause>"));
	return sid;
}

describe("the clock", () => {
	it("runs a wait that has begun at a new speed", async () => {
		const sid = await startLongCall();
		await stage.network.speed(20_000 / 2);
		const call = await stage.network.untilEnded(sid);
		expect(call.heard).toEqual(["Hello", "An hour later"]);
		expect(call.durationSeconds).toBeGreaterThanOrEqual(7200);
	});

	it("jumps, and the call's length counts the jump", async () => {
		const sid = await startLongCall();
		const clock = await stage.network.control<{ networkSeconds: number }>("PUT", "/clock", {
			advanceSeconds: 3601,
		});
		const { answeredAtNetworkSeconds } = await stage.network.call(sid);
		expect(clock.networkSeconds - (answeredAtNetworkSeconds ?? 0)).toBeGreaterThanOrEqual(3601);
		await stage.network.until(sid, ({ heard }) => heard.includes("An hour later"));
		await stage.network.hangup(sid);
		const { durationSeconds, startedAt, endedAt } = await stage.network.untilEnded(sid);
		expect(durationSeconds).toBeGreaterThanOrEqual(3601);
		// Instants stay real.
		expect(Date.parse(endedAt ?? "") - Date.parse(startedAt)).toBeLessThan(60_000);
	});

	it("is back at speed 1 after a reset", async () => {
		await stage.network.speed(500);
		await stage.network.control("POST", "/reset");
		expect(await stage.network.control("GET", "/clock")).toMatchObject({ speed: 1 });
	});

	it.each([{}, { speed: 0 }, { speed: "fast" }, { advanceSeconds: -1 }, { speed: 5, holder: "a page" }])(
		"refuses %o",
		async (body) => {
			expect((await stage.network.request("PUT", "/clock", body)).status).toBe(400);
		},
	);
});

interface ClockView {
	speed: number;
	lastingSpeed: number;
	networkSeconds: number;
}

describe("a lease of the clock", () => {
	const put = (body: unknown) => stage.network.control<ClockView>("PUT", "/clock", body);
	const read = () => stage.network.control<ClockView>("GET", "/clock");

	it("ends by itself, and a wait goes on at the speed before it", async () => {
		const sid = await startLongCall();
		await stage.network.speed(20_000 / 2);
		const held = await put({ speed: 0.01, forSeconds: 1 });
		expect(held).toMatchObject({ speed: 0.01, lastingSpeed: 10_000 });
		expect((await read()).networkSeconds - held.networkSeconds).toBeLessThan(1);
		// The wait continues without a question about the clock.
		await stage.network.untilEnded(sid);
		expect(await read()).toMatchObject({ speed: 10_000, lastingSpeed: 10_000 });
	});

	it("lasts for as long as it is renewed, and ends when it is given back", async () => {
		await stage.network.speed(5);
		await put({ speed: 0.01, forSeconds: 0.5, holder: "a page" });
		await put({ forSeconds: 600, holder: "a page" });
		const since = Date.now();
		await waitFor(
			() => Date.now() - since,
			(milliseconds) => milliseconds > 700,
		);
		expect(await read()).toMatchObject({ speed: 0.01 });
		expect(await put({ forSeconds: 0, holder: "a page" })).toMatchObject({ speed: 5 });
		expect(await put({ forSeconds: 0, holder: "a page" })).toMatchObject({ speed: 5 });
		const renewal = await stage.network.request("PUT", "/clock", { forSeconds: 600, holder: "a page" });
		expect(renewal.status).toBe(409);
	});

	it.each([
		["first", "second"],
		["second", "first"],
	])("of two holders ends with the other's: %s, then %s", async (one, other) => {
		await stage.network.speed(5);
		await put({ speed: 0.01, forSeconds: 600, holder: "first" });
		await put({ speed: 0.02, forSeconds: 600, holder: "second" });
		const left = one === "first" ? 0.02 : 0.01;
		expect(await put({ forSeconds: 0, holder: one })).toMatchObject({ speed: left });
		expect(await put({ forSeconds: 0, holder: other })).toMatchObject({ speed: 5 });
	});

	it("is over when somebody sets the clock, which stays as set", async () => {
		await put({ speed: 0.01, forSeconds: 600, holder: "a page" });
		await stage.network.speed(7);
		const renewal = await stage.network.request("PUT", "/clock", { forSeconds: 600, holder: "a page" });
		expect(renewal.status).toBe(409);
		expect(await put({ forSeconds: 0, holder: "a page" })).toMatchObject({ speed: 7, lastingSpeed: 7 });
	});

	it("outlives a jump, but no reset", async () => {
		await put({ speed: 0.01, forSeconds: 600 });
		expect(await put({ advanceSeconds: 60 })).toMatchObject({ speed: 0.01 });
		await stage.network.control("POST", "/reset");
		expect(await read()).toMatchObject({ speed: 1, lastingSpeed: 1 });
	});
});
