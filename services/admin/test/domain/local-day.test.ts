import { expect, it } from "vitest";
import { InstantOrDay, readEdge } from "../../src/domain/local-day.ts";

it.each([
	["2026-11-22", "America/New_York", "2026-11-22T05:00:00.000Z", "2026-11-23T05:00:00.000Z"],
	// Clocks go forward: 23 hours. Back: 25.
	["2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z", "2026-03-09T04:00:00.000Z"],
	["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
	// Midnight is skipped: the day begins at one o'clock.
	["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z", "2026-09-07T03:00:00.000Z"],
	["2026-11-22", "Asia/Kathmandu", "2026-11-21T18:15:00.000Z", "2026-11-22T18:15:00.000Z"],
	["2026-11-22", "Pacific/Kiritimati", "2026-11-21T10:00:00.000Z", "2026-11-22T10:00:00.000Z"],
	["2026-11-22", "UTC", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
])("knows where %s begins and ends in %s", (day, timeZone, start, end) => {
	expect(readEdge(day, "start", timeZone).toISOString()).toBe(start);
	expect(readEdge(day, "end", timeZone).toISOString()).toBe(end);
});

it("takes an instant as it is, whatever the zone", () => {
	for (const edge of ["start", "end"] as const) {
		const at = readEdge("2026-11-22T12:00:00+01:00", edge, "America/New_York");
		expect(at.toISOString()).toBe("2026-11-22T11:00:00.000Z");
	}
});

it.each(["yesterday", "2026-11-31", "2026-11-22T25:00:00Z", "22.11.2026", ""])("refuses %s", (text) => {
	expect(InstantOrDay.safeParse(text).success).toBe(false);
});
