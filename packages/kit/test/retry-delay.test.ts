import { expect, it } from "vitest";
import { retryDelaySeconds } from "../src/retry-delay.ts";

it("doubles with every attempt, up to an hour", () => {
	expect([1, 2, 3, 8, 9, 40].map((attempt) => retryDelaySeconds(attempt, 15))).toEqual([
		15, 30, 60, 1920, 3600, 3600,
	]);
});
