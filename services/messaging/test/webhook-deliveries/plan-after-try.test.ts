import { describe, expect, it } from "vitest";
import { planAfterTry } from "../../src/webhook-deliveries/plan-after-try.ts";

const at = new Date("2026-11-20T18:00:00Z").getTime();
const day = 24 * 3600 * 1000;
const failed = { at, statusCode: 500, reason: "It answered 500.", milliseconds: 3 };
const soFar = (triedAt: number[], succeededAt: number | null = null) => ({ triedAt, succeededAt });
const before = (count: number, first = at - 3600_000) => Array.from({ length: count }, () => first);

function secondsUntil(tries: number, random = 0.5): number {
	const after = planAfterTry(failed, soFar(before(tries)), 15, random);
	return after.kind === "again" ? (after.dueAt - at) / 1000 : Number.NaN;
}

describe("after a try", () => {
	it("that was taken nothing follows", () => {
		expect(planAfterTry({ ...failed, statusCode: 200, reason: null }, soFar([]), 15, 0.5)).toEqual({
			kind: "delivered",
		});
	});

	it.each([
		[0, 15],
		[1, 30],
		[2, 60],
		[8, 3840],
		[9, 7200],
		[15, 7200],
	])("that is not the first, with %i before it, the next comes after %i seconds", (tries, seconds) => {
		expect(secondsUntil(tries)).toBe(seconds);
	});

	it("the delay is a fifth shorter or longer by chance", () => {
		expect(secondsUntil(0, 0)).toBe(12);
		expect(secondsUntil(0, 1)).toBe(18);
	});

	it("a day after the first the webhook is paused, unless it took others meanwhile", () => {
		const first = at - day + 7201_000;
		expect(planAfterTry(failed, soFar(before(15, first)), 15, 0.5).kind).toBe("again");
		const tooOld = at - day + 7199_000;
		expect(planAfterTry(failed, soFar(before(15, tooOld)), 15, 0.5)).toEqual({
			kind: "pause",
			reason: "failing",
		});
		expect(planAfterTry(failed, soFar(before(15, tooOld), tooOld - 1), 15, 0.5).kind).toBe("pause");
		expect(planAfterTry(failed, soFar(before(15, tooOld), tooOld + 1), 15, 0.5)).toEqual({ kind: "fail" });
	});

	it("that said 410 the webhook is paused at once", () => {
		expect(planAfterTry({ ...failed, statusCode: 410 }, soFar([]), 15, 0.5)).toEqual({
			kind: "pause",
			reason: "gone",
		});
	});
});
