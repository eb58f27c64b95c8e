import { describe, expect, it } from "vitest";
import { federalWindow, stateWindows } from "../../src/quiet-hours/state-windows.ts";
import { stateZones } from "../../src/quiet-hours/state-zones.ts";

describe("windows of the states", () => {
	it.each([
		["AL FL LA MA MD MS NJ OK WA", [8, 20], [8, 20], [8, 20]],
		["CT", [9, 20], [9, 20], [9, 20]],
		["KY", [10, 21], [10, 21], [10, 21]],
		["RI", [10, 17], [9, 18], [10, 17]],
		["TX", [12, 21], [9, 21], [9, 21]],
	])("are for %s on Sundays %j, on weekdays %j, on Saturdays %j", (states, sunday, weekday, saturday) => {
		for (const state of states.split(" ")) {
			expect(stateWindows.get(state)?.week, state).toEqual([
				sunday,
				weekday,
				weekday,
				weekday,
				weekday,
				weekday,
				saturday,
			]);
		}
	});

	it("cover these states and no other", () => {
		expect([...stateWindows.keys()].join(" ")).toBe(
			"AL CT FL KY LA MA MD MS NJ OK RI TX WA AB BC MB NB NL NS NT NU ON PE QC SK YT",
		);
	});

	it("lie within the federal window, belong to a known state, and say their source and when it was read", () => {
		for (const [state, { week, source, reviewedOn }] of stateWindows) {
			expect(stateZones.has(state)).toBe(true);
			for (const [from, until] of week) {
				expect(from).toBeGreaterThanOrEqual(8);
				expect(until).toBeLessThanOrEqual(21);
				expect(from).toBeLessThan(until);
			}
			expect(source.length).toBeGreaterThan(10);
			expect(reviewedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
		}
		expect(federalWindow.week.every(([from, until]) => from === 8 && until === 21)).toBe(true);
	});
});
