import { expect, it } from "vitest";
import { formatDuration, formatOffset, formatTaken } from "../../../pages/domain/format-time.ts";

it.each([
	[-1, "0:00"],
	[0, "0:00"],
	[7.9, "0:07"],
	[60, "1:00"],
	[3599, "59:59"],
	[3600, "1:00:00"],
])("a call of %d s lasts %s", (seconds, shown) => {
	expect(formatDuration(seconds)).toBe(shown);
});

it.each([
	[0, "0.00 s"],
	[9990, "9.99 s"],
	[10_000, "10.0 s"],
	[59_900, "59.9 s"],
	[60_000, "1:00"],
])("an event after %d ms stands at %s", (milliseconds, shown) => {
	expect(formatOffset(milliseconds)).toBe(shown);
});

it.each([
	[84.4, "84 ms"],
	[999, "999 ms"],
	[1000, "1.0 s"],
])("an answer after %d ms took %s", (milliseconds, shown) => {
	expect(formatTaken(milliseconds)).toBe(shown);
});
