import { describe, expect, it } from "vitest";
import { isE164, joinNumber, maskNumber, readCallerNumber } from "../src/phone-number.ts";

it.each([
	["+14155550199", "+14155550199"],
	["+442071838750", "+442071838750"],
	["anonymous", null],
	["Restricted", null],
	["+266696687", null],
	["+7378742833", null],
	["", null],
	["client:jane", null],
	["sip:bob@example.com", null],
	["4155550199", null],
])("reads the caller %j as %j", (from, number) => {
	expect(readCallerNumber(from)).toBe(number);
});

it("knows the bounds of E.164", () => {
	expect(["+1234567", "+123456789012345"].map(isE164)).toEqual([true, true]);
	expect(["+123456", "+1234567890123456", "+0123456789"].map(isE164)).toEqual([false, false, false]);
});

it("masks numbers inside a text", () => {
	expect(maskNumber("from +14155550199 to +18005550100")).toBe("from +1…99 to +1…00");
});

describe("a number as people write it", () => {
	it.each([
		["+14155550123", "+14155550123"],
		["(415) 555-0123", "+14155550123"],
		["415.555.0123", "+14155550123"],
		["1 415 555 0123", "+14155550123"],
		["+44 20 7946 0958", "+442079460958"],
		["\u202a+1\u2011415\u2011555\u20110123\u202c", "+14155550123"],
		["４１５５５５０１２３", "+14155550123"],
		["115 555 0123", null],
		["555-0123", null],
		["4155550123.0", "+14155550123"],
		["415555012.0", null],
		["call me", null],
		["", null],
		["+0123456789", null],
	])("%j is %j", (text, number) => {
		expect(joinNumber(text)).toBe(number);
	});
});
