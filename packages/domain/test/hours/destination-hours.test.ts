import type { Hours } from "@cloudpbx/contracts/office/hours";
import { describe, expect, it } from "vitest";
import { hoursOfDestination } from "../../src/hours/hours-of-destination.ts";
import { defaultHours, readHours } from "../../src/hours/read-hours.ts";
import { at, exception, office } from "./office-hours.ts";

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
