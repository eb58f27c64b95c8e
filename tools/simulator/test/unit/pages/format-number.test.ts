import { describe, expect, it } from "vitest";
import { formatNumber, formatTyping, parseNumber } from "../../../pages/domain/phones/format-number.ts";

describe("formatNumber", () => {
	it("sets brackets and dashes in a US number", () => {
		expect(formatNumber("+14155550101")).toBe("+1 (415) 555-0101");
	});

	it.each(["+442079460000", "32665", "+1415555010", "anonymous"])("leaves %s as it is", (number) => {
		expect(formatNumber(number)).toBe(number);
	});

	it("drops the scheme of a client", () => {
		expect(formatNumber("client:jane")).toBe("jane");
	});
});

describe("formatTyping", () => {
	it.each([
		["415", "415"],
		["4155", "(415) 5"],
		["(415) 5550", "(415) 555-0"],
		["4155550101", "(415) 555-0101"],
		["+18005550100", "+1 (800) 555-0100"],
		["+1 (800) 5", "+1 (800) 5"],
		["41555501012", "41555501012"],
		["+4420", "+4420"],
		["*67", "*67"],
	])("shows %s as %s", (typed, shown) => {
		expect(formatTyping(typed)).toBe(shown);
	});
});

describe("parseNumber", () => {
	it.each([
		["(415) 555-0101", "+14155550101"],
		["1 800 555 0100", "+18005550100"],
		["+44 20 7946 0000", "+442079460000"],
		["101", "101"],
		["", ""],
		["call me", ""],
	])("reads %j as %j", (typed, number) => {
		expect(parseNumber(typed)).toBe(number);
	});
});
