import { describe, expect, it } from "vitest";
import { describeQuietRule } from "../../src/quiet-hours/describe-quiet-rule.ts";
import type { HoursOfDay, MarketingWindow } from "../../src/quiet-hours/state-windows.ts";

const hours = (sunday: HoursOfDay, weekday: HoursOfDay, saturday: HoursOfDay): MarketingWindow => ({
	name: "Utopia",
	week: [sunday, weekday, weekday, weekday, weekday, weekday, saturday],
	source: "Thomas More",
	reviewedOn: "2026-11-22",
});

describe("words for quiet hours", () => {
	it.each([
		[hours([8, 20], [8, 20], [8, 20]), "from 8:00 to 20:00"],
		[hours([12, 21], [9, 21], [9, 21]), "Monday to Saturday from 9:00 to 21:00, Sunday from 12:00 to 21:00"],
		[
			hours([10, 17], [9, 18], [10, 17]),
			"Monday to Friday from 9:00 to 18:00, Saturday and Sunday from 10:00 to 17:00",
		],
		[
			hours([0, 0], [9, 18], [10, 17]),
			"Monday to Friday from 9:00 to 18:00, Saturday from 10:00 to 17:00, Sunday not at all",
		],
	])("joins the days that have the same hours", (window, words) => {
		const rule = { zones: ["America/Denver"], window, isPlaceUnknown: false };
		expect(describeQuietRule(rule, "America/Denver")).toBe(
			`quiet hours of Utopia: marketing texts only ${words} by the recipient's clock (America/Denver)`,
		);
	});
});
