import type { Hours } from "@cloudpbx/contracts/office/hours";
import { describe, expect, it } from "vitest";
import { defaultHours, readHours } from "../../src/hours/read-hours.ts";
import { at, everyDay, office } from "./office-hours.ts";

describe("the week", () => {
	it("is always open when it is empty", () => {
		expect(at(defaultHours, "2026-12-25T08:00:00Z")).toBe("open");
		expect(readHours(undefined)).toEqual(defaultHours);
	});

	it("is open at 16:59:59.999 and closed at 17:00:00", () => {
		expect(at(office, "2026-12-04T21:59:59.999Z")).toBe("open until 2026-12-04T22:00Z");
		expect(at(office, "2026-12-04T22:00:00Z")).toBe("closed until 2026-12-07T14:00Z");
		expect(at(office, "2026-12-07T13:59:59.999Z")).toBe("closed until 2026-12-07T14:00Z");
		expect(at(office, "2026-12-07T14:00:00Z")).toBe("open until 2026-12-07T22:00Z");
	});

	it("is closed for good when its days have no intervals", () => {
		expect(at({ ...office, week: { monday: [] } }, "2026-12-04T21:00:00Z")).toBe("closed");
	});

	it("takes intervals in any order, and those that touch for one", () => {
		const split = everyDay(["13:00", "17:00"], ["09:00", "12:00"], ["12:00", "12:30"]);
		expect(at(split, "2026-12-04T15:00:00Z")).toBe("open until 2026-12-04T17:30Z");
		expect(at(split, "2026-12-04T17:30:00Z")).toBe("closed until 2026-12-04T18:00Z");
	});

	it("goes on over midnight from 24:00 to 00:00", () => {
		const night: Hours = {
			...defaultHours,
			week: { friday: [["22:00", "24:00"]], saturday: [["00:00", "02:00"]] },
		};
		expect(at(night, "2026-12-05T03:00:00Z")).toBe("open until 2026-12-05T07:00Z");
		expect(at(night, "2026-12-05T04:59:59.999Z")).toBe("open until 2026-12-05T07:00Z");
		expect(at(night, "2026-12-05T05:00:00Z")).toBe("open until 2026-12-05T07:00Z");
		expect(at(night, "2026-12-05T07:00:00Z")).toBe("closed until 2026-12-12T03:00Z");
	});

	it("never changes when every day is open from 00:00 to 24:00", () => {
		expect(at(everyDay(["00:00", "24:00"]), "2026-12-31T23:59:00Z")).toBe("open");
	});

	it("closes at midnight when the next day begins closed", () => {
		const toMidnight: Hours = { ...defaultHours, week: { thursday: [["09:00", "24:00"]] } };
		expect(at(toMidnight, "2026-12-31T20:00:00Z")).toBe("open until 2027-01-01T05:00Z");
	});
});

describe("the nights on which the clocks change", () => {
	it("skips what the clocks skip in March", () => {
		const night = everyDay(["01:30", "02:30"]);
		expect(at(night, "2027-03-14T06:45:00Z")).toBe("open until 2027-03-14T07:00Z");
		expect(at(night, "2027-03-14T07:00:00Z")).toBe("closed until 2027-03-15T05:30Z");
		const within = everyDay(["02:10", "02:50"]);
		expect(at(within, "2027-03-14T06:00:00Z")).toBe("closed until 2027-03-15T06:10Z");
		const behind = everyDay(["02:30", "03:30"]);
		expect(at(behind, "2027-03-14T06:00:00Z")).toBe("closed until 2027-03-14T07:00Z");
		expect(at(behind, "2027-03-14T07:00:00Z")).toBe("open until 2027-03-14T07:30Z");
	});

	it("counts twice what the clocks show twice in November", () => {
		const night = everyDay(["01:15", "01:45"]);
		expect(at(night, "2026-11-01T05:00:00Z")).toBe("closed until 2026-11-01T05:15Z");
		expect(at(night, "2026-11-01T05:15:00Z")).toBe("open until 2026-11-01T05:45Z");
		expect(at(night, "2026-11-01T05:45:00Z")).toBe("closed until 2026-11-01T06:15Z");
		expect(at(night, "2026-11-01T06:15:00Z")).toBe("open until 2026-11-01T06:45Z");
		expect(at(night, "2026-11-01T06:45:00Z")).toBe("closed until 2026-11-02T06:15Z");
	});

	it("closes again when the clocks go back before an end, and opens again before a start", () => {
		expect(at(everyDay(["00:00", "01:30"]), "2026-11-01T05:30:00Z")).toBe("closed until 2026-11-01T06:00Z");
		expect(at(everyDay(["01:30", "09:00"]), "2026-11-01T05:30:00Z")).toBe("open until 2026-11-01T06:00Z");
	});

	it("opens at nine by the clock on both sides", () => {
		expect(at(office, "2027-03-12T23:00:00Z")).toBe("closed until 2027-03-15T13:00Z");
		expect(at(office, "2026-10-30T22:00:00Z")).toBe("closed until 2026-11-02T14:00Z");
	});

	it("knows clocks that change by half an hour, or at midnight", () => {
		const night = everyDay(["01:30", "02:30"]);
		expect(at(night, "2026-10-03T15:00:00Z", "Australia/Lord_Howe")).toBe("open until 2026-10-03T15:30Z");
		const fromMidnight = everyDay(["00:00", "06:00"]);
		// Santiago, 6 September 2026: 24:00 is 01:00.
		expect(at(fromMidnight, "2026-09-06T03:59:00Z", "America/Santiago")).toBe(
			"closed until 2026-09-06T04:00Z",
		);
		expect(at(fromMidnight, "2026-09-06T04:00:00Z", "America/Santiago")).toBe("open until 2026-09-06T09:00Z");
	});
});

describe("another time zone", () => {
	it.each([
		["America/Los_Angeles", "2026-12-07T17:00Z"],
		["America/St_Johns", "2026-12-07T12:30Z"],
		["Pacific/Honolulu", "2026-12-07T19:00Z"],
		["Asia/Kathmandu", "2026-12-07T03:15Z"],
		["Pacific/Kiritimati", "2026-12-06T19:00Z"],
	])("opens at nine by the clocks of %s", (zone, opening) => {
		expect(at(office, "2026-12-06T12:00:00Z", zone)).toBe(`closed until ${opening}`);
	});

	it("is refused when there is none of that name", () => {
		expect(() => at(office, "2026-12-06T12:00:00Z", "Mars/Olympus")).toThrow(RangeError);
	});
});
