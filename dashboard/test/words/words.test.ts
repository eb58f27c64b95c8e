import { expect, it } from "vitest";
import { initialsOf, shadeOf } from "../../src/domain/initials.ts";
import { plainTextOf } from "../../src/domain/plain-text.ts";
import { countOf, formatList, formatMoney, formatShare } from "../../src/words/counts.ts";
import { formatNumber, readTypedNumber } from "../../src/words/phone-numbers.ts";
import {
	formatAge,
	formatDay,
	formatDuration,
	formatListTime,
	formatSeconds,
	isoDay,
} from "../../src/words/times.ts";

const now = "2026-11-29T17:41:00Z";
const zone = "America/New_York";

it("writes numbers as people do", () => {
	expect(formatNumber("+14155550153")).toBe("(415) 555-0153");
	expect(formatNumber("+442079460018")).toBe("+442 079 460 018");
	expect(formatNumber(null)).toBe("Unknown caller");
	expect(formatNumber("not a number")).toBe("not a number");
});

it.each([
	["415 555 0153", "+14155550153"],
	["(415) 555-0153", "+14155550153"],
	["1-415-555-0153", "+14155550153"],
	["+44 20 7946 0018", "+442079460018"],
	["115 555 0153", null],
	["101", null],
	["Jane 4155550153", null],
])("reads %s as typed", (typed, number) => expect(readTypedNumber(typed)).toBe(number));

it("names days by the calendar of a zone, not by hours", () => {
	expect(formatDay("2026-11-29T05:00:00Z", now, zone)).toBe("Today");
	expect(formatDay("2026-11-29T04:59:00Z", now, zone)).toBe("Yesterday");
	expect(formatDay("2026-11-24T12:00:00Z", now, zone)).toBe("Tuesday");
	expect(formatDay("2026-11-22T12:00:00Z", now, zone)).toMatch(/22/);
	expect(formatDay("2025-11-29T12:00:00Z", now, zone)).toMatch(/2025/);
	expect(isoDay("2026-11-29T04:59:00Z", zone)).toBe("2026-11-28");
});

it("counts days over the change of clocks", () => {
	expect(formatDay("2026-11-01T03:59:00Z", "2026-11-01T23:00:00Z", zone)).toBe("Yesterday");
	expect(formatDay("2026-11-01T05:30:00Z", "2026-11-02T04:30:00Z", zone)).toBe("Today");
});

it("writes a time in a row as short as it is clear", () => {
	expect(formatListTime("2026-11-28T17:00:00Z", now)).toBe("Yesterday");
	expect(formatListTime("2026-11-25T17:00:00Z", now)).toBe("Wed");
});

it.each([
	[0, "0:00", "0 sec"],
	[59.6, "1:00", "1 min"],
	[65, "1:05", "1 min 5 sec"],
	[3600, "1:00:00", "1 hr"],
])("writes %d seconds", (seconds, clock, words) => {
	expect(formatSeconds(seconds)).toBe(clock);
	expect(formatDuration(seconds)).toBe(words);
});

it("says how long something has waited", () => {
	expect(formatAge("2026-11-29T17:40:01Z", now)).toBe("just now");
	expect(formatAge("2026-11-29T17:29:00Z", now)).toBe("12 min");
	expect(formatAge("2026-11-29T14:00:00Z", now)).toBe("3 hr");
	expect(formatAge("2026-11-27T14:00:00Z", now)).toBe("2 days");
});

it("counts in words, and gives no share of nothing", () => {
	expect(countOf(1, { one: "call", other: "calls" })).toBe("1 call");
	expect(countOf(0, { one: "call", other: "calls" })).toBe("0 calls");
	expect(countOf(1234, { one: "call", other: "calls" })).toBe("1,234 calls");
	expect(formatList(["Jane", "Sam", "Ana"])).toMatch(/^Jane, Sam,? and Ana$/);
	expect(formatShare(3, 4)).toBe("75%");
	expect(formatShare(0, 0)).toBe("–");
	expect(formatMoney(7.6)).toBe("$7.60");
	expect(formatMoney(0.0083)).toBe("$0.008");
});

it("makes initials of names only", () => {
	expect(initialsOf("Jane Smith")).toBe("JS");
	expect(initialsOf("Ana de la Cruz")).toBe("AC");
	expect(initialsOf("Ørjan")).toBe("Ø");
	expect(initialsOf("(415) 555-0153")).toBe("");
	expect(shadeOf("Jane")).toBe(shadeOf("Jane"));
});

it("finds the plain form of what makes a text dearer", () => {
	expect(plainTextOf("“Hello” – we’re open…")).toBe('"Hello" - we\'re open...');
	expect(plainTextOf("né 😀")).toBe("né 😀");
});
