import { expect, it } from "vitest";
import { toInstant } from "../../src/hours/to-instant.ts";

const instant = (timeZone: string, local: string) =>
	new Date(toInstant(timeZone, Date.parse(`${local}Z`) / 60_000) * 60_000).toISOString();

it.each([
	["America/New_York", "2026-12-24T17:00", "2026-12-24T22:00:00.000Z"],
	["America/New_York", "2027-07-04T00:00", "2027-07-04T04:00:00.000Z"],
	["America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00.000Z"],
	["America/New_York", "2026-11-01T00:30", "2026-11-01T04:30:00.000Z"],
	["America/New_York", "2026-11-01T02:30", "2026-11-01T07:30:00.000Z"],
	["America/New_York", "2027-03-14T01:59", "2027-03-14T06:59:00.000Z"],
	["America/New_York", "2027-03-14T02:30", "2027-03-14T07:30:00.000Z"],
	["America/New_York", "2027-03-14T03:00", "2027-03-14T07:00:00.000Z"],
	["Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00.000Z"],
	["Asia/Kathmandu", "2026-12-24T17:00", "2026-12-24T11:15:00.000Z"],
])("finds when the clocks of %s show %s", (timeZone, local, found) => {
	expect(instant(timeZone, local)).toBe(found);
});
