import type { Hours } from "@cloudpbx/contracts/office/hours";
import { holidayNames, weekdays } from "@cloudpbx/contracts/words/hours-words";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideOpening } from "../../src/hours/decide-opening.ts";
import { hoursOfDestination } from "../../src/hours/hours-of-destination.ts";
import { defaultHours, readHours } from "../../src/hours/read-hours.ts";
import { scanAt, scanForChange } from "./scan-hours.ts";

const newYork = "America/New_York";
const nineToFive: Hours["week"] = Object.fromEntries(
	weekdays.slice(0, 5).map((day) => [day, [["09:00", "17:00"]]]),
);
const office: Hours = { ...defaultHours, week: nineToFive };
const everyDay = (...intervals: [string, string][]): Hours => ({
	...defaultHours,
	week: Object.fromEntries(weekdays.map((day) => [day, intervals])),
});
const exception = (name: string, from: string, to: string, ...intervals: [string, string][]) => ({
	name,
	from,
	to,
	intervals,
	greeting: null,
});

/** `open 2026-12-04T22:00Z because …`, with what does not apply left out. */
function at(hours: Hours, instant: string, timeZone = newYork): string {
	const { isOpen, because, until } = decideOpening(hours, timeZone, new Date(instant));
	const end = until ? ` until ${until.toISOString().replace(/:00\.000Z$/, "Z")}` : "";
	return `${isOpen ? "open" : "closed"}${end}${because ? ` because ${because}` : ""}`;
}

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

describe("exceptions", () => {
	const christmas = exception("Between the years", "2026-12-24", "2027-01-03");

	it("count from the first minute of the first day to the last of the last, over the year's end", () => {
		const closed: Hours = { ...everyDay(["00:00", "24:00"]), exceptions: [christmas] };
		expect(at(closed, "2026-12-24T04:59:59Z")).toBe("open until 2026-12-24T05:00Z");
		expect(at(closed, "2026-12-24T05:00:00Z")).toBe(
			"closed until 2027-01-04T05:00Z because Between the years",
		);
		expect(at(closed, "2027-01-04T04:59:59Z")).toBe(
			"closed until 2027-01-04T05:00Z because Between the years",
		);
		expect(at(closed, "2027-01-04T05:00:00Z")).toBe("open");
	});

	it("open a day that the week closes, and are named while they are closed as well", () => {
		const hours = {
			...office,
			exceptions: [exception("Sale", "2026-12-05", "2026-12-05", ["10:00", "14:00"])],
		};
		expect(at(hours, "2026-12-05T15:00:00Z")).toBe("open until 2026-12-05T19:00Z because Sale");
		expect(at(hours, "2026-12-05T19:00:00Z")).toBe("closed until 2026-12-07T14:00Z because Sale");
	});

	it("give way to a shorter one, and to one listed later", () => {
		const day = exception("Inventory", "2026-12-28", "2026-12-28", ["09:00", "12:00"]);
		const also = exception("Party", "2026-12-28", "2026-12-28");
		const decided = (...exceptions: Hours["exceptions"]) =>
			at({ ...office, exceptions }, "2026-12-28T15:00:00Z");
		expect(decided(christmas, day)).toBe("open until 2026-12-28T17:00Z because Inventory");
		expect(decided(day, christmas)).toBe("open until 2026-12-28T17:00Z because Inventory");
		expect(decided(day, christmas, also)).toMatch(/^closed .* because Party$/);
		expect(decided(also, christmas, day)).toMatch(/^open .* because Inventory$/);
	});
});

describe("holidays", () => {
	const kept: Hours = { ...office, holidays: { country: "US", names: [...holidayNames.US] } };

	it("close the day under their federal names", () => {
		expect(at(kept, "2026-12-25T15:00:00Z")).toBe("closed until 2026-12-28T14:00Z because Christmas Day");
		expect(at(kept, "2026-12-24T22:00:00Z")).toBe("closed until 2026-12-28T14:00Z");
	});

	it("close the observed day, also where it lies in the old year", () => {
		expect(at(kept, "2027-07-05T15:00:00Z")).toMatch(/^closed .* because Independence Day$/);
		expect(at(kept, "2027-12-31T15:00:00Z")).toBe("closed until 2028-01-03T14:00Z because New Year's Day");
	});

	it("count where they are switched on", () => {
		const few: Hours = { ...office, holidays: { country: "US", names: ["Labor Day"] } };
		expect(at(few, "2026-12-25T15:00:00Z")).toBe("open until 2026-12-25T22:00Z");
		expect(at(few, "2027-09-06T14:00:00Z")).toMatch(/because Labor Day$/);
	});

	it("give way to an exception", () => {
		const open = {
			...kept,
			exceptions: [exception("Xmas shift", "2026-12-25", "2026-12-25", ["10:00", "12:00"])],
		};
		expect(at(open, "2026-12-25T15:00:00Z")).toBe("open until 2026-12-25T17:00Z because Xmas shift");
	});
});

describe("the override", () => {
	const overridden = (state: "open" | "closed", until: string): Hours => ({
		...office,
		override: { state, until, greeting: "Snow." },
	});

	it("wins until its instant, to the millisecond", () => {
		const closed = overridden("closed", "2026-12-04T18:30:15.500Z");
		expect(decideOpening(closed, newYork, new Date("2026-12-04T18:30:15.499Z"))).toEqual({
			isOpen: false,
			because: "override",
			until: new Date("2026-12-04T18:30:15.500Z"),
			greeting: "Snow.",
		});
		expect(at(closed, "2026-12-04T18:30:15.500Z")).toBe("open until 2026-12-04T22:00Z");
	});

	it("lasts until the next change where the hours agree with it at its end", () => {
		expect(at(overridden("closed", "2026-12-04T23:00:00Z"), "2026-12-04T18:00:00Z")).toBe(
			"closed until 2026-12-07T14:00Z because override",
		);
		expect(at(overridden("open", "2026-12-04T15:00:00Z"), "2026-12-04T12:00:00Z")).toBe(
			"open until 2026-12-04T22:00Z because override",
		);
	});

	it("wins over an exception, reads an instant with an offset, and may never change anything", () => {
		const closed = exception("Closed", "2026-12-04", "2026-12-04");
		const open = { ...overridden("open", "2026-12-04T16:00:00-05:00"), exceptions: [closed] };
		expect(at(open, "2026-12-04T15:00:00Z")).toBe("open until 2026-12-04T21:00Z because override");
		const always = { ...overridden("open", "2026-12-04T16:00:00Z"), week: {} };
		expect(at(always, "2026-12-04T15:00:00Z")).toBe("open because override");
		expect(at(overridden("closed", "2030-01-01T00:00:00Z"), "2026-12-04T15:00:00Z")).toBe(
			"closed because override",
		);
	});
});

describe("the greeting", () => {
	const closed = { greeting: "We are closed.", then: "menu" as const };
	const heard = (hours: Hours, instant: string) => decideOpening(hours, newYork, new Date(instant)).greeting;

	it("is that of the rule that decides, else the closed one while it is closed", () => {
		const special = {
			...exception("Sale", "2026-12-05", "2026-12-05", ["10:00", "14:00"]),
			greeting: "Sale!",
		};
		const hours = { ...office, closed, exceptions: [special, exception("Off", "2026-12-08", "2026-12-08")] };
		expect(heard(hours, "2026-12-04T15:00:00Z")).toBeNull();
		expect(heard(hours, "2026-12-04T23:00:00Z")).toBe("We are closed.");
		expect(heard(hours, "2026-12-05T15:00:00Z")).toBe("Sale!");
		expect(heard(hours, "2026-12-05T23:00:00Z")).toBe("Sale!");
		expect(heard(hours, "2026-12-08T15:00:00Z")).toBe("We are closed.");
		expect(heard({ ...hours, closed: { ...closed, greeting: "" } }, "2026-12-08T15:00:00Z")).toBeNull();
	});
});

describe("a destination", () => {
	const company: Hours = {
		...office,
		exceptions: [exception("Inventory", "2026-12-04", "2026-12-04")],
		holidays: { country: "US", names: ["Christmas Day"] },
		override: { state: "closed", until: "2026-12-01T20:00:00Z", greeting: null },
	};
	const own = {
		week: {
			tuesday: [["07:00", "24:00"]] as [string, string][],
			friday: [["07:00", "24:00"]] as [string, string][],
		},
	};

	it("follows the company", () => {
		expect(hoursOfDestination(company, null)).toBe(company);
	});

	it("is always open, whatever the company is", () => {
		const always = hoursOfDestination(company, "always");
		expect(at(always, "2026-12-01T19:00:00Z")).toBe("open");
		expect(at(always, "2026-12-25T15:00:00Z")).toBe("open");
	});

	it("has its own week beside the company's override, exceptions and holidays", () => {
		const hours = hoursOfDestination(company, own);
		expect(at(hours, "2026-12-01T19:00:00Z")).toMatch(/because override$/);
		expect(at(hours, "2026-12-01T23:30:00Z")).toBe("open until 2026-12-02T05:00Z");
		expect(at(hours, "2026-12-04T15:00:00Z")).toMatch(/^closed .* because Inventory$/);
		expect(at(hours, "2026-12-25T15:00:00Z")).toMatch(/^closed .* because Christmas Day$/);
	});

	it("has its own exceptions and holidays where it names them", () => {
		const hours = hoursOfDestination(company, {
			...own,
			exceptions: [],
			holidays: { country: null, names: [] },
		});
		expect(at(hours, "2026-12-04T15:00:00Z")).toMatch(/^open/);
		expect(at(hours, "2026-12-25T15:00:00Z")).toMatch(/^open/);
		expect(at(hours, "2026-12-01T19:00:00Z")).toMatch(/because override$/);
	});
});

describe("stored hours", () => {
	it("lose a spoilt part and keep the others", () => {
		const stored = { ...office, version: 3, exceptions: [{ name: "x" }], override: "open" };
		expect(readHours(stored)).toEqual({ ...office, exceptions: [], override: null });
		expect(readHours("nonsense")).toEqual(defaultHours);
		expect(readHours(null)).toEqual(defaultHours);
	});
});

describe("any hours", () => {
	const time = fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 59))
		.map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
	const intervals = fc.uniqueArray(fc.oneof(time, fc.constant("24:00")), { maxLength: 6 }).map((times) => {
		const sorted = times.toSorted();
		const pairs: [string, string][] = [];
		for (let index = 0; index + 1 < sorted.length; index += 2) {
			pairs.push([sorted[index] ?? "", sorted[index + 1] ?? ""]);
		}
		return pairs;
	});
	/** Around the change of the clocks, the year's end, and any summer day. */
	const anchors = [
		["2026-10-31", newYork],
		["2027-03-13", newYork],
		["2026-12-30", "America/St_Johns"],
		["2026-04-03", "Australia/Lord_Howe"],
		["2026-10-02", "Australia/Lord_Howe"],
		["2026-09-04", "America/Santiago"],
		["2027-07-02", "Pacific/Honolulu"],
		["2027-12-30", "Pacific/Auckland"],
	] as const;
	const scenario = fc.constantFrom(...anchors).chain(([date, timeZone]) => {
		const day = (shift: number) => new Date(Date.parse(date) + shift * 86_400_000).toISOString().slice(0, 10);
		const range = fc
			.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 2 }))
			.map(([from, length]) => ({ from: day(from), to: day(from + length) }));
		const instant = fc
			.integer({ min: 0, max: 4 * 86_400_000 })
			.map((shift) => new Date(Date.parse(date) + shift));
		const hours: fc.Arbitrary<Hours> = fc.record({
			week: fc.oneof(
				{
					weight: 5,
					arbitrary: fc.record(Object.fromEntries(weekdays.map((one) => [one, intervals])), {
						requiredKeys: [],
					}),
				},
				{ weight: 1, arbitrary: fc.constant({}) },
			),
			exceptions: fc.array(
				fc
					.tuple(range, intervals, fc.constantFrom("A", "B", "C"))
					.map(([days, open, name]) => ({ ...days, intervals: open, name, greeting: null })),
				{ maxLength: 3 },
			),
			holidays: fc.constantFrom(
				{ country: null, names: [] },
				{ country: "US" as const, names: [...holidayNames.US] },
				{ country: "CA" as const, names: [...holidayNames.CA] },
			),
			override: fc.option(
				fc.record({
					state: fc.constantFrom("open" as const, "closed" as const),
					until: instant.map((one) => new Date(Math.floor(one.getTime() / 60_000) * 60_000).toISOString()),
					greeting: fc.constant(null),
				}),
				{ freq: 3 },
			),
			closed: fc.constant({ greeting: null, then: "menu" as const }),
		});
		return fc.record({ hours, timeZone: fc.constant(timeZone), at: instant });
	});
	const scannedMinutes = 5 * 1440;

	it("are decided as a scan of every minute decides them", () => {
		fc.assert(
			fc.property(scenario, ({ hours, timeZone, at: instant }) => {
				const { isOpen, because, until } = decideOpening(hours, timeZone, instant);
				expect({ isOpen, because }).toEqual(scanAt(hours, timeZone, instant));
				const scanned = scanForChange(hours, timeZone, instant, scannedMinutes);
				if (scanned) expect(until).toEqual(scanned);
				else if (until) expect(until.getTime()).toBeGreaterThan(instant.getTime() + scannedMinutes * 60_000);
			}),
			{ numRuns: 150 },
		);
	});
});
