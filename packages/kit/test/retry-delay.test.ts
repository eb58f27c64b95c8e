import { expect, it } from "vitest";
import { retryDelaySeconds } from "../src/retry-delay.ts";

it("doubles with every attempt, up to an hour", () => {
	expect([1, 2, 3, 8, 9, 40].map((attempt) => retryDelaySeconds(attempt, 15))).toEqual([
		15, 30, 60, 1920, 3600, 3600,
	]);
});

it("is in whole seconds, as queues know no others", () => {
	expect([1, 2, 3].map((attempt) => retryDelaySeconds(attempt, 0.5))).toEqual([1, 1, 2]);
});
