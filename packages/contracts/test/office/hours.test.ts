import { describe, expect, it } from "vitest";
import { DestinationHours, HoursException, UpdateHours } from "../../src/office/hours.ts";

const exception = {
	name: "Stocktaking",
	from: "2026-12-24",
	to: "2026-12-24",
	intervals: [],
	greeting: null,
};
const reasons = (input: unknown) => {
	const read = UpdateHours.safeParse(input);
	return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};
const monday = (...intervals: unknown[]) => ({ week: { monday: intervals } });

describe("an interval", () => {
	it.each([
		["the whole day", [["00:00", "24:00"]]],
		["the last minute", [["23:59", "24:00"]]],
		["the first minute", [["00:00", "00:01"]]],
		[
			"two that touch, in any order",
			[
				["12:00", "17:00"],
				["09:00", "12:00"],
			],
		],
		["none", []],
	])("is taken: %s", (_what, intervals) => {
		expect(reasons(monday(...intervals))).toEqual([]);
	});

	it.each([
		["ends before it starts", [["17:00", "09:00"]], /^week\.monday\.0: The end comes after the start/],
		["ends when it starts", [["09:00", "09:00"]], /^week\.monday\.0: The end comes after the start/],
		["goes past midnight", [["22:00", "02:00"]], /until 24:00, and from 00:00 on the next day/],
		["starts at 24:00", [["24:00", "24:00"]], /^week\.monday\.0\.0: A time from 00:00 to 23:59/],
		["ends at 24:01", [["09:00", "24:01"]], /^week\.monday\.0\.1: A time from 00:01 to 24:00/],
		["has an hour of one digit", [["9:00", "17:00"]], /A time from 00:00 to 23:59/],
		["has the twelve-hour clock", [["09:00", "05:00 PM"]], /A time from 00:01 to 24:00/],
		["has one end", [["09:00"]], /^week\.monday\.0/],
		["is no pair", ["09:00-17:00"], /^week\.monday\.0/],
		[
			"overlaps another by a minute",
			[
				["12:00", "17:00"],
				["09:00", "12:01"],
			],
			/^week\.monday: Two intervals of a day overlap/,
		],
		[
			"lies within another",
			[
				["09:00", "17:00"],
				["10:00", "11:00"],
			],
			/^week\.monday: Two intervals of a day overlap/,
		],
		[
			"comes twice",
			[
				["09:00", "17:00"],
				["09:00", "17:00"],
			],
			/^week\.monday: Two intervals of a day overlap/,
		],
		["is the twenty-fifth", Array(25).fill(["09:00", "10:00"]), /^week\.monday: A day has 24 intervals/],
	])("is refused when it %s", (_what, intervals, reason) => {
		expect(reasons(monday(...intervals)).join("\n")).toMatch(reason);
	});
});

describe("an exception", () => {
	const refused = (change: object) => reasons({ exceptions: [{ ...exception, ...change }] }).join("\n");

	it("is taken for a day, a range over the year's end, and 29 February", () => {
		expect(reasons({ exceptions: [exception] })).toEqual([]);
		expect(refused({ to: "2027-01-02" })).toBe("");
		expect(refused({ from: "2028-02-29", to: "2028-02-29" })).toBe("");
	});

	it("is closed and without a greeting where these are absent", () => {
		const { name, from, to } = exception;
		expect(UpdateHours.parse({ exceptions: [{ name, from, to }] })).toEqual({ exceptions: [exception] });
	});

	it.each([
		[
			"ends before it begins",
			{ to: "2026-12-23" },
			/^exceptions\.0\.to: The last day comes before the first/,
		],
		["is on a day that is none", { from: "2027-02-29" }, /^exceptions\.0\.from: A date such as/],
		["has no name", { name: "  " }, /^exceptions\.0\.name: A name is needed/],
		["is written with an instant", { from: "2026-12-24T00:00:00Z" }, /^exceptions\.0\.from: A date such as/],
		["lies beyond 2099", { to: "2100-01-01" }, /^exceptions\.0\.to: A date from 2000 to 2099/],
		[
			"has intervals that overlap",
			{
				intervals: [
					["09:00", "12:00"],
					["11:00", "13:00"],
				],
			},
			/^exceptions\.0\.intervals: Two intervals/,
		],
		["has a field that is not known", { closed: true }, /closed/],
	])("is refused when it %s", (_what, change, reason) => {
		expect(refused(change)).toMatch(reason);
	});

	it.each([[{}], [{ to: null }], [{ to: "2026-12-24" }]])("is of one day with %j", (last) => {
		const days = { name: "Trip", from: "2026-12-24", ...last };
		expect(HoursException.parse(days)).toMatchObject({ from: "2026-12-24", to: "2026-12-24" });
	});

	it("is taken a hundred times and no more", () => {
		expect(reasons({ exceptions: Array(100).fill(exception) })).toEqual([]);
		expect(reasons({ exceptions: Array(101).fill(exception) })).toEqual([
			"exceptions: There are 100 exceptions at most.",
		]);
	});
});

describe("holidays", () => {
	it("go by their federal names", () => {
		expect(reasons({ holidays: { country: "US", names: ["Christmas Day", "Labor Day"] } })).toEqual([]);
		expect(reasons({ holidays: { country: "CA", names: ["Boxing Day", "Labour Day"] } })).toEqual([]);
		expect(reasons({ holidays: { country: null, names: [] } })).toEqual([]);
	});

	it("are refused by a name of the other country, a name that is none, and a name without a country", () => {
		expect(reasons({ holidays: { country: "US", names: ["Labor Day", "Boxing Day"] } })[0]).toMatch(
			/^holidays\.names\.1: There is no federal holiday of this name\. There are: New Year's Day; /,
		);
		expect(reasons({ holidays: { country: "US", names: ["constructor"] } })).toHaveLength(1);
		expect(reasons({ holidays: { country: null, names: ["Christmas Day"] } })).toEqual([
			"holidays.names.0: A country is needed for holidays: US or CA.",
		]);
		expect(reasons({ holidays: { country: "FR", names: [] } })).toHaveLength(1);
	});
});

describe("an override", () => {
	it("ends at an instant, in UTC or with an offset", () => {
		const until = (instant: string) => reasons({ override: { state: "open", until: instant } });
		expect(until("2026-12-24T17:00:00Z")).toEqual([]);
		expect(until("2026-12-24T12:00:00-05:00")).toEqual([]);
		expect(until("2026-12-24T17:00")[0]).toMatch(/^override\.until: An instant such as/);
		expect(reasons({ override: { state: "open" } })[0]).toMatch(/^override\.until: An instant such as/);
		expect(reasons({ override: { state: "shut", until: "2026-12-24T17:00:00Z" } })).toHaveLength(1);
		expect(reasons({ override: null })).toEqual([]);
	});
});

describe("the closed main line", () => {
	const refused = (closed: object) => reasons({ closed });

	it("names whom the caller reaches where that is needed", () => {
		expect(refused({ greeting: "We are closed.", then: "menu" })).toEqual([]);
		expect(refused({ greeting: null, then: "receptionist" })).toEqual([]);
		expect(refused({ then: "voicemail", extension: "101" })).toEqual([]);
		expect(refused({ then: "number", number: "+14155550151" })).toEqual([]);
		expect(refused({ then: "voicemail" })).toEqual([
			"closed.extension: Whose voicemail? An extension is needed.",
		]);
		expect(refused({ then: "voicemail", extension: "99" })[0]).toMatch(/^closed\.extension: An extension is/);
		expect(refused({ then: "number", extension: "101" })).toEqual(["closed.number: Which number rings?"]);
		expect(refused({ then: "hang up" })).toHaveLength(1);
	});
});

it("refuses names that it does not know, and takes a part", () => {
	expect(reasons({})).toEqual([]);
	expect(reasons({ weeks: {} })).toHaveLength(1);
	expect(reasons({ week: { mon: [] } })).toHaveLength(1);
});

it("takes a destination that follows, is always open, or has a week of its own", () => {
	const isTaken = (hours: unknown) => DestinationHours.safeParse(hours).success;
	expect([null, "always", { week: {} }, { week: { monday: [["09:00", "12:00"]] } }].map(isTaken)).toEqual([
		true,
		true,
		true,
		true,
	]);
	expect([undefined, "never", {}, { week: { monday: [["12:00", "09:00"]] } }].map(isTaken)).toEqual([
		false,
		false,
		false,
		false,
	]);
});
