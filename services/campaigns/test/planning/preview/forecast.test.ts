import { describe, expect, it } from "vitest";
import { forecastEnd, quietKeyOf } from "../../../src/planning/preview/forecast.ts";

const hour = 3_600_000;
const newYork = { recipient: { number: "+12125550100" }, milliseconds: hour };
const losAngeles = { recipient: { number: "+12135550100" }, milliseconds: hour };

describe("the end of a campaign", () => {
	it.each([
		{
			what: "without recipients is its beginning",
			groups: [],
			startAt: "2026-11-20T18:00:00Z",
			quietHours: true,
			end: "2026-11-20T18:00:00.000Z",
		},
		{
			what: "at noon comes after all texts",
			groups: [newYork, losAngeles],
			startAt: "2026-11-20T18:00:00Z",
			quietHours: true,
			end: "2026-11-20T20:00:00.000Z",
		},
		{
			what: "waits for the morning when the campaign begins at night",
			groups: [newYork],
			startAt: "2026-11-20T06:00:00Z",
			quietHours: true,
			end: "2026-11-20T14:00:00.000Z",
		},
		{
			what: "at night comes at once without quiet hours",
			groups: [newYork],
			startAt: "2026-11-20T06:00:00Z",
			quietHours: false,
			end: "2026-11-20T07:00:00.000Z",
		},
		{
			what: "is the next morning when the evening is too short",
			groups: [newYork, losAngeles],
			startAt: "2026-11-20T01:30:00Z",
			quietHours: true,
			end: "2026-11-20T13:30:00.000Z",
		},
		{
			what: "is three hours later when it waits for the west",
			groups: [newYork, losAngeles],
			startAt: "2026-11-20T06:00:00Z",
			quietHours: true,
			end: "2026-11-20T17:00:00.000Z",
		},
		{
			what: "follows the new clocks in the night on which they change",
			groups: [newYork],
			startAt: "2026-11-01T04:00:00Z",
			quietHours: true,
			end: "2026-11-01T14:00:00.000Z",
		},
	])("$what", ({ groups, startAt, quietHours, end }) => {
		expect(forecastEnd(groups, new Date(startAt), quietHours).toISOString()).toBe(end);
	});

	it("does not change its input", () => {
		const group = { ...newYork };
		forecastEnd([group], new Date("2026-11-20T18:00:00Z"), true);
		expect(group.milliseconds).toBe(hour);
	});

	it("treats all unknown zones and states alike", () => {
		const recipient = { number: "+12125550100" };
		for (const more of [
			{ timeZone: "America/Nowhere1" },
			{ timeZone: "at home" },
			{ state: "XX" },
			{ state: " " },
		]) {
			expect(quietKeyOf({ ...recipient, ...more })).toBe(quietKeyOf(recipient));
		}
		expect(quietKeyOf({ ...recipient, state: " tx" })).toBe(quietKeyOf({ ...recipient, state: "TX" }));
	});

	it("is the same for recipients with the same area code, zone and state", () => {
		expect(quietKeyOf({ number: "+12125550100" })).toBe(
			quietKeyOf({ number: "+12125550199", timeZone: null }),
		);
		expect(quietKeyOf({ number: "+12125550100" })).not.toBe(quietKeyOf({ number: "+12135550100" }));
		expect(quietKeyOf({ number: "+12125550100", state: "TX" })).not.toBe(
			quietKeyOf({ number: "+12125550100" }),
		);
	});
});
