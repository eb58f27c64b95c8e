import { describe, expect, it } from "vitest";
import { addDays, dateReader, isLocalHour, startOfHour, weekdayOf } from "../src/domain/local-days.ts";

const start = (hour: string, zone: string) => new Date(startOfHour(hour, zone)).toISOString();

describe("the first instant of an hour", () => {
	it.each([
		["2026-11-29T09:00", "UTC", "2026-11-29T09:00:00.000Z"],
		["2026-11-29T09:00", "America/New_York", "2026-11-29T14:00:00.000Z"],
		["2026-11-29T00:00", "Pacific/Kiritimati", "2026-11-28T10:00:00.000Z"],
		["2026-11-29T23:00", "Etc/GMT+12", "2026-11-30T11:00:00.000Z"],
		["2026-11-29T00:00", "Asia/Kathmandu", "2026-11-28T18:15:00.000Z"],
		// One o'clock comes twice.
		["2026-11-01T01:00", "America/New_York", "2026-11-01T05:00:00.000Z"],
		["2026-11-01T02:00", "America/New_York", "2026-11-01T07:00:00.000Z"],
		// Two o'clock does not come.
		["2026-03-08T02:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
		["2026-03-08T03:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
		// Midnight does not come.
		["2026-04-24T00:00", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
	])("of %s in %s is %s", (hour, zone, instant) => {
		expect(start(hour, zone)).toBe(instant);
	});

	it.each([
		"2026-11-29",
		"2026-11-29T24:00",
		"2026-13-29T09:00",
		"2026-11-29T09:30",
		"2026-11-29T09:00:00Z",
		"",
	])("is not asked for by %j", (text) => expect(isLocalHour(text)).toBe(false));
});

describe("days", () => {
	it("are those of a zone", () => {
		expect(dateReader("America/New_York")(Date.parse("2026-11-30T04:59:59Z"))).toBe("2026-11-29");
		expect(dateReader("America/New_York")(Date.parse("2026-11-30T05:00:00Z"))).toBe("2026-11-30");
	});

	it("are counted over months and years", () => {
		expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
		expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
		expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
	});

	it("begin the week on Monday", () => {
		expect(weekdayOf("2026-11-30")).toBe(0);
		expect(weekdayOf("2026-11-29")).toBe(6);
	});
});
