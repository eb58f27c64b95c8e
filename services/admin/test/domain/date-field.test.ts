import { describe, expect, it } from "vitest";
import { readMoment } from "../../src/domain/date-field.ts";

const from = (text: string, timeZone: string) => readMoment("start").parse(text)(timeZone).toISOString();
const to = (text: string, timeZone: string) => readMoment("end").parse(text)(timeZone).toISOString();

describe("a day", () => {
	it.each([
		["UTC", "2026-11-29", "2026-11-29T00:00:00.000Z", "2026-11-30T00:00:00.000Z"],
		["America/New_York", "2026-11-29", "2026-11-29T05:00:00.000Z", "2026-11-30T05:00:00.000Z"],
		["Asia/Kolkata", "2026-11-29", "2026-11-28T18:30:00.000Z", "2026-11-29T18:30:00.000Z"],
		["Pacific/Kiritimati", "2026-11-29", "2026-11-28T10:00:00.000Z", "2026-11-29T10:00:00.000Z"],
		["Pacific/Pago_Pago", "2026-11-29", "2026-11-29T11:00:00.000Z", "2026-11-30T11:00:00.000Z"],
	])("begins and ends at the midnight of %s", (timeZone, day, start, end) => {
		expect([from(day, timeZone), to(day, timeZone)]).toEqual([start, end]);
	});

	it("has 23 or 25 hours when the clocks change", () => {
		const hours = (day: string, timeZone: string) =>
			(Date.parse(to(day, timeZone)) - Date.parse(from(day, timeZone))) / 3_600_000;
		expect(hours("2026-03-08", "America/New_York")).toBe(23);
		expect(hours("2026-11-01", "America/New_York")).toBe(25);
		expect(hours("2026-11-02", "America/New_York")).toBe(24);
		expect(hours("2026-04-05", "Australia/Lord_Howe")).toBe(24.5);
	});

	it("begins after midnight where the clocks skip it, and has no gap to the day before", () => {
		expect(from("2026-09-06", "America/Santiago")).toBe("2026-09-06T04:00:00.000Z");
		expect(to("2026-09-05", "America/Santiago")).toBe("2026-09-06T04:00:00.000Z");
		expect(to("2026-04-04", "America/Santiago")).toBe(from("2026-04-05", "America/Santiago"));
	});
});

describe("an instant", () => {
	it("is the same everywhere, with and without an offset", () => {
		for (const timeZone of ["UTC", "Asia/Tokyo"]) {
			expect(from("2026-11-29T10:00:00Z", timeZone)).toBe("2026-11-29T10:00:00.000Z");
			expect(to("2026-11-29T10:00:00-05:00", timeZone)).toBe("2026-11-29T15:00:00.000Z");
		}
	});

	it.each(["yesterday", "2026-02-30", "2026-11-29T10:00", ""])("is not %j", (text) => {
		expect(readMoment("start").safeParse(text).success).toBe(false);
	});
});
