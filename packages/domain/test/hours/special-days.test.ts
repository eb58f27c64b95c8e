import type { Hours } from "@cloudpbx/contracts/office/hours";
import { holidayNames } from "@cloudpbx/contracts/words/hours-words";
import { describe, expect, it } from "vitest";
import { decideOpening } from "../../src/hours/decide-opening.ts";
import { at, everyDay, exception, newYork, office } from "./office-hours.ts";

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
