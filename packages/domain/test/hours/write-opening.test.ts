import type { Hours } from "@cloudpbx/contracts/office/hours";
import { expect, it } from "vitest";
import { defaultHours } from "../../src/hours/read-hours.ts";
import { writeOpening } from "../../src/hours/write-opening.ts";

const day = [["09:00", "17:00"]] as [string, string][];
const office: Hours = {
	...defaultHours,
	week: {
		monday: day,
		tuesday: day,
		wednesday: day,
		thursday: day,
		friday: [
			["09:00", "12:00"],
			["13:00", "15:30"],
		],
	},
};
const week =
	"In a usual week: Monday to Thursday 09:00 to 17:00; Friday 09:00 to 12:00 and 13:00 to 15:30; Saturday to Sunday closed.";
const told = (hours: Hours, instant: string) => writeOpening(hours, "America/New_York", new Date(instant));

it("tells the time, until when it is open, and the week", () => {
	expect(told(office, "2026-12-01T15:07:00Z")).toBe(
		`Now it is Tuesday, December 1, 10:07. The company is open now, and closes today at 17:00. ${week}`,
	);
	expect(told(office, "2026-12-01T22:00:00Z")).toBe(
		`Now it is Tuesday, December 1, 17:00. The company is closed now, and opens on Wednesday, December 2 at 09:00. ${week}`,
	);
});

it("tells the reason, and what is otherwise within thirty days", () => {
	const kept: Hours = {
		...office,
		holidays: { country: "US", names: ["Christmas Day"] },
		exceptions: [
			{
				name: "Inventory",
				from: "2026-12-30",
				to: "2026-12-30",
				intervals: [["10:00", "12:00"]],
				greeting: null,
			},
		],
	};
	expect(told(kept, "2026-12-25T15:00:00Z")).toBe(
		`Now it is Friday, December 25, 10:00. The company is closed now (Christmas Day), and opens on Monday, December 28 at 09:00. ${week} Otherwise: Friday, December 25 closed (Christmas Day); Wednesday, December 30 10:00 to 12:00 (Inventory).`,
	);
	expect(told(kept, "2026-11-01T15:00:00Z")).not.toContain("Otherwise");
});

it("is silent where nothing is set, and tells what is set beside an empty week", () => {
	expect(told(defaultHours, "2026-12-01T15:00:00Z")).toBe("");
	const snow: Hours = {
		...defaultHours,
		override: { state: "closed", until: "2026-12-02T15:00:00Z", greeting: null },
	};
	expect(told(snow, "2026-12-01T15:00:00Z")).toBe(
		"Now it is Tuesday, December 1, 10:00. The company is closed now, and opens on Wednesday, December 2 at 10:00.",
	);
	expect(told({ ...office, week: { monday: [] } }, "2026-12-01T15:00:00Z")).toBe(
		"Now it is Tuesday, December 1, 10:00. The company is closed now. In a usual week: Monday to Sunday closed.",
	);
});
