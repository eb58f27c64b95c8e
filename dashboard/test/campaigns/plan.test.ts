import { describe, expect, it } from "vitest";
import {
	changesOf,
	emptyPlan,
	findConflicts,
	mergePlans,
	type Plan,
	toDraft,
} from "../../src/screens/campaigns/domain/plan.ts";
import { instantOf, wallOf } from "../../src/screens/campaigns/domain/wall-clock.ts";

const stored: Plan = {
	...emptyPlan,
	name: "Sale",
	message: "Hi",
	fromNumber: "+18005550100",
	ratePerSecond: 1,
};

describe("what is saved of a plan", () => {
	it("is what differs, and never an empty name", () => {
		expect(changesOf(stored, { ...stored })).toEqual({});
		expect(changesOf(stored, { ...stored, name: "  ", message: "" })).toEqual({ message: "" });
		expect(changesOf(stored, { ...stored, name: " Sale 2 ", quietHours: false })).toEqual({
			name: "Sale 2",
			quietHours: false,
		});
		expect(changesOf(stored, { ...stored, fromNumber: null, ratePerSecond: null })).toEqual({});
	});

	it("of a new one has a name in any case", () => {
		expect(toDraft({ ...emptyPlan, message: "Hi" })).toEqual({
			name: "Untitled",
			message: "Hi",
			draft: true,
		});
	});
});

describe("what two people have saved", () => {
	it("is at odds only where both changed the same to something else", () => {
		const theirs = { ...stored, message: "Hello", quietHours: false };
		expect(findConflicts(stored, { ...stored, name: "Mine" }, theirs)).toEqual([]);
		expect(findConflicts(stored, { ...stored, message: "Hello" }, theirs)).toEqual([]);
		expect(findConflicts(stored, { ...stored, message: "Hey", name: "Mine" }, theirs)).toEqual(["message"]);
	});

	it("is kept side by side", () => {
		const merged = mergePlans(stored, { ...stored, name: "Mine" }, { ...stored, message: "Theirs" });
		expect(merged).toMatchObject({ name: "Mine", message: "Theirs" });
	});
});

describe("a time of a field", () => {
	it.each([
		["2026-12-01T09:00", "America/New_York", "2026-12-01T14:00:00.000Z"],
		["2026-07-01T09:00", "America/New_York", "2026-07-01T13:00:00.000Z"],
		["2026-12-01T00:30", "Asia/Kolkata", "2026-11-30T19:00:00.000Z"],
		// The clock moves from 2 to 3, so 2:30 is 3:30.
		["2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
		["2026-03-08T03:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
		["2026-11-01T03:00", "America/New_York", "2026-11-01T08:00:00.000Z"],
	])("%s in %s is %s", (wall, timeZone, instant) => {
		expect(instantOf(wall, timeZone)).toBe(instant);
	});

	it("is what the clocks there show", () => {
		expect(wallOf("2026-12-01T14:00:00.000Z", "America/New_York")).toBe("2026-12-01T09:00");
		expect(instantOf("", "America/New_York")).toBeNull();
	});
});
