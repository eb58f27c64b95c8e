import { expect, it } from "vitest";
import { InstantOrDay, listHours, readEdge } from "../../../src/domain/lists/local-day.ts";

it.each([
	["2026-11-22", "America/New_York", "2026-11-22T05:00:00.000Z", "2026-11-23T05:00:00.000Z"],
	["2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z", "2026-03-09T04:00:00.000Z"],
	["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
	// Midnight is skipped: the day begins at 01:00.
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

const spans = (from: string, to: string, [weekday, hour]: [number, number], timeZone: string) =>
	listHours(new Date(from), new Date(to), { weekday, hour }, timeZone).map((span) =>
		[span.from, span.to].map((at) => at.toISOString().slice(0, 16)),
	);

it("lists an hour of the week within a period, on either side of a change of the clocks", () => {
	expect(spans("2026-10-25T04:00Z", "2026-11-08T05:00Z", [0, 9], "America/New_York")).toEqual([
		["2026-10-26T13:00", "2026-10-26T14:00"],
		["2026-11-02T14:00", "2026-11-02T15:00"],
	]);
});

it("takes an hour that comes twice as one, and one that is skipped as none", () => {
	expect(spans("2026-11-01T04:00Z", "2026-11-02T05:00Z", [6, 1], "America/New_York")).toEqual([
		["2026-11-01T05:00", "2026-11-01T07:00"],
	]);
	expect(spans("2026-03-08T05:00Z", "2026-03-09T04:00Z", [6, 2], "America/New_York")).toEqual([]);
	expect(spans("2026-03-08T05:00Z", "2026-03-09T04:00Z", [6, 3], "America/New_York")).toEqual([
		["2026-03-08T07:00", "2026-03-08T08:00"],
	]);
});

it("lists no hour outside of the period", () => {
	// Monday in Kiribati, Sunday in UTC.
	expect(spans("2026-11-22T10:00Z", "2026-11-23T10:00Z", [0, 0], "Pacific/Kiritimati")).toEqual([
		["2026-11-22T10:00", "2026-11-22T11:00"],
	]);
	expect(spans("2026-11-24T00:00Z", "2026-11-30T00:00Z", [0, 9], "UTC")).toEqual([]);
	expect(spans("2026-11-23T09:30Z", "2026-11-23T09:45Z", [0, 9], "UTC")).toHaveLength(1);
});
