import { expect, it } from "vitest";
import { isE164, maskNumber, readCallerNumber } from "../src/phone-number.ts";

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
