import { describe, expect, it } from "vitest";
import { longestSlotMilliseconds, slotMilliseconds } from "../../src/sending/pace.ts";

const tollFree = "+18005550100";
const local = "+14155550101";

describe("the time that a number needs for a text", () => {
	it.each([
		{ fromNumber: tollFree, chosenPerSecond: null, segments: 1, slowness: 1, milliseconds: 1000 },
		{ fromNumber: tollFree, chosenPerSecond: null, segments: 3, slowness: 1, milliseconds: 1000 },
		{ fromNumber: tollFree, chosenPerSecond: null, segments: 6, slowness: 1, milliseconds: 2000 },
		{ fromNumber: local, chosenPerSecond: null, segments: 1, slowness: 1, milliseconds: 1000 },
		{ fromNumber: local, chosenPerSecond: null, segments: 2, slowness: 1, milliseconds: 2000 },
		{ fromNumber: local, chosenPerSecond: 10, segments: 2, slowness: 1, milliseconds: 100 },
		{ fromNumber: tollFree, chosenPerSecond: 0.2, segments: 1, slowness: 1, milliseconds: 5000 },
		{ fromNumber: tollFree, chosenPerSecond: 10, segments: 1, slowness: 8, milliseconds: 800 },
		{ fromNumber: local, chosenPerSecond: null, segments: 2, slowness: 2, milliseconds: 4000 },
		{ fromNumber: local, chosenPerSecond: 5e-324, segments: 1, slowness: 1, milliseconds: 50_000 },
	])(
		"is $milliseconds ms from $fromNumber at $chosenPerSecond a second with $segments segments, $slowness times slower",
		({ segments, milliseconds, ...pace }) => {
			expect(slotMilliseconds(pace, segments)).toBeCloseTo(milliseconds, 6);
		},
	);

	it("is never longer than the longest text's of the fastest campaign", () => {
		const paces = [null, 0.02].map((chosenPerSecond) => ({
			fromNumber: local,
			chosenPerSecond,
			slowness: 1,
		}));
		expect(longestSlotMilliseconds(paces)).toBe(24_000);
		expect(longestSlotMilliseconds(paces.slice(1))).toBe(50_000);
	});
});
