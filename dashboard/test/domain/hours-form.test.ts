import type { Hours, Interval } from "@cloudpbx/contracts/office/hours";
import { describe, expect, it } from "vitest";
import {
	addInterval,
	findExceptionFaults,
	findHoursFaults,
	findIntervalFault,
	ordinaryWeek,
	readEnd,
	repeatMonday,
	setDay,
	sortExceptions,
	toTimeField,
} from "../../src/domain/hours-form.ts";
import { formatOpening, formatUntil } from "../../src/words/hours.ts";
import { formatIntervals, formatWeekday } from "../../src/words/week.ts";

const exception = { name: "Party", from: "2026-12-18", to: "2026-12-18", intervals: [], greeting: null };

describe("the hours of a day", () => {
	it("are proposed after the last ones, up to the day's end", () => {
		expect(addInterval([])).toEqual([["09:00", "17:00"]]);
		expect(addInterval([["09:00", "12:00"]])?.at(-1)).toEqual(["13:00", "15:00"]);
		expect(addInterval([["09:00", "22:30"]])?.at(-1)).toEqual(["23:30", "24:00"]);
		expect(addInterval([["09:00", "23:00"]])).toBeNull();
		expect(addInterval([["09:00", "24:00"]])).toBeNull();
		expect(addInterval([["09:00", ""]])).toBeNull();
	});

	it.each([
		["nothing", [["09:00", "24:00"]], null],
		["a missing time", [["09:00", ""]], /missing/],
		["an end before the start", [["17:00", "09:00"]], /after the start/],
		[
			"an overlap",
			[
				["12:00", "17:00"],
				["09:00", "12:01"],
			],
			/overlap/,
		],
		[
			"no overlap where two touch",
			[
				["12:00", "17:00"],
				["09:00", "12:00"],
			],
			null,
		],
	])("are told %s", (_what, intervals, fault) => {
		const found = findIntervalFault(intervals as Interval[]);
		if (fault === null) expect(found).toBeNull();
		else expect(found).toMatch(fault);
	});

	it("end at midnight, which a time field calls the day's start", () => {
		expect([toTimeField("24:00"), toTimeField("17:00")]).toEqual(["00:00", "17:00"]);
		expect([readEnd("00:00"), readEnd("17:00")]).toEqual(["24:00", "17:00"]);
	});

	it("are Monday's on all working days, and stay on the weekend", () => {
		const week = repeatMonday(setDay({ ...ordinaryWeek(), sunday: [["10:00", "12:00"]] }, "monday", []));
		expect(week).toMatchObject({ monday: [], friday: [], sunday: [["10:00", "12:00"]] });
	});
});

it("says what is wrong with a form, by field", () => {
	expect(findHoursFaults({ week: { ...ordinaryWeek(), friday: [["17:00", "09:00"]] } })).toEqual({
		"week.friday": expect.stringContaining("after the start"),
	});
	const closed = (line: Hours["closed"]) => Object.keys(findHoursFaults({ closed: line }));
	expect(closed({ greeting: null, then: "voicemail" })).toEqual(["closed.extension"]);
	expect(closed({ greeting: null, then: "voicemail", extension: "101" })).toEqual([]);
	expect(closed({ greeting: null, then: "number", number: " " })).toEqual(["closed.number"]);
	expect(findExceptionFaults(exception)).toEqual({});
	expect(findExceptionFaults({ ...exception, to: "" })).toEqual({});
	expect(Object.keys(findExceptionFaults({ ...exception, name: " ", from: "2026-12-19" }))).toEqual([
		"name",
		"to",
	]);
});

it("lists exceptions by their first day", () => {
	const later = { ...exception, name: "Later", from: "2027-01-01" };
	expect(sortExceptions([later, exception]).map(({ name }) => name)).toEqual(["Party", "Later"]);
});

describe("words", () => {
	const now = Date.parse("2026-12-04T20:00:00Z");
	const until = (at: string) => formatUntil(at, now, "America/New_York").replaceAll("\u202f", " ");

	it("name the end by the company's clocks", () => {
		expect(until("2026-12-04T22:00:00Z")).toBe("5:00 PM");
		expect(until("2026-12-05T05:00:00Z")).toBe("midnight");
		expect(until("2026-12-07T14:00:00Z")).toBe("Monday at 9:00 AM");
		expect(until("2026-12-28T14:00:00Z")).toBe("December 28 at 9:00 AM");
		expect(until("2027-11-28T14:00:00Z")).toBe("November 28, 2027 at 9:00 AM");
	});

	it("say why it is closed, and nothing of an end that never comes", () => {
		const opening = { isOpen: false, because: "Christmas Day", until: "2026-12-07T14:00:00Z" };
		const written = formatOpening(opening, now, "America/New_York").replaceAll("\u202f", " ");
		expect(written).toBe("Closed until Monday at 9:00 AM: Christmas Day");
		expect(formatOpening({ isOpen: true, because: null, until: null }, now, "UTC")).toBe("Open");
		expect(formatOpening({ isOpen: true, because: "override", until: null }, now, "UTC")).toBe(
			"Open: by hand",
		);
	});

	it("write a day and its hours", () => {
		expect(formatWeekday("monday")).toBe("Monday");
		expect(formatIntervals([])).toBe("Closed");
		expect(formatIntervals([["09:00", "24:00"]]).replaceAll("\u202f", " ")).toBe("9:00 AM – midnight");
	});
});
