import { describe, expect, it } from "vitest";
import { CALLER, MAIN, useStage } from "./support/stage.ts";

const stage = useStage(1);
const LONG = '<Pause length="3600"/><Say>An hour later</Say><Pause length="3600"/>';

async function startLongCall(): Promise<string> {
	stage.app.on("/voice", `<Say>Hello</Say>${LONG}`);
	await stage.network.speed(1000);
	const sid = await stage.network.dial(CALLER, MAIN);
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

	it.each([{}, { speed: 0 }, { speed: "fast" }, { advanceSeconds: -1 }])("refuses %o", async (body) => {
		expect((await stage.network.request("PUT", "/clock", body)).status).toBe(400);
	});
});
