import { expect, it } from "vitest";
import { RoundTrips } from "../src/round-trips.ts";

it("counts the slowest of the last four round trips, up to the maximum", async () => {
	let at = 0;
	const roundTrips = new RoundTrips(() => new Date(at), 1000);
	expect(roundTrips.milliseconds).toBe(0);
	const take = (milliseconds: number) =>
		roundTrips.timed(async () => {
			at += milliseconds;
			return milliseconds;
		});
	expect(await take(300)).toBe(300);
	for (const milliseconds of [10, 20, 30]) await take(milliseconds);
	expect(roundTrips.milliseconds).toBe(300);
	await take(40);
	expect(roundTrips.milliseconds).toBe(40);
	await take(5000);
	expect(roundTrips.milliseconds).toBe(1000);
});
