import { describe, expect, it } from "vitest";
import { checkAreaCode } from "../../src/numbering/check-area-code.ts";
import { areaCodeOf, numberKindOf } from "../../src/numbering/number-kind.ts";
import { readForwardNumber, readNumber } from "../../src/numbering/read-number.ts";

describe("reading a number", () => {
	it.each([
		["(415) 555-0151", "+14155550151"],
		["415.555.0151", "+14155550151"],
		["1 415 555 0151", "+14155550151"],
		["+1 415 555 0151", "+14155550151"],
		["+44 20 7946 0018", "+442079460018"],
		["011 44 20 7946 0018", "+442079460018"],
	])("reads %s as %s", (text, number) => {
		expect(readNumber(text, "US")).toEqual({ ok: true, number });
	});

	it.each([
		"",
		"hello",
		"911",
		"555-0151",
		"+1415555",
		"+1 115 555 0151",
		"+999 123 4567",
		"call 415 555 0151",
	])("refuses %j", (text) => {
		expect(readNumber(text, "US").ok).toBe(false);
	});

	it("refuses a number behind a switchboard", () => {
		expect(readNumber("415-555-0151 ext. 12", "US")).toEqual({
			ok: false,
			reason: "A number with an extension cannot be dialled directly.",
		});
	});

	it("forwards to no premium-rate number", () => {
		expect(readForwardNumber("+1 900 234 5678", "US").ok).toBe(false);
		expect(readForwardNumber("+1 415 976 5678", "US").ok).toBe(false);
		expect(readForwardNumber("+1 415 977 5678", "US").ok).toBe(true);
	});
});

describe("the kind of a number", () => {
	it("is toll-free for the prefixes in use only", () => {
		expect(["+18005550100", "+18335550100", "+18885550100"].map(numberKindOf)).toEqual(
			Array(3).fill("toll_free"),
		);
		expect(["+18225550100", "+18105550100", "+442079460018"].map(numberKindOf)).toEqual(
			Array(3).fill("local"),
		);
	});

	it("has an area code in North America", () => {
		expect(areaCodeOf("+12125550100")).toBe("212");
		expect(areaCodeOf("+442079460018")).toBeNull();
	});
});

describe("checking an area code", () => {
	it("refuses in words what is not a place in the country", () => {
		expect(checkAreaCode("800", "US")).toContain("toll-free");
		expect(checkAreaCode("911", "US")).toContain("not the area code");
		expect(checkAreaCode("900", "US")).toContain("not the area code");
		expect(checkAreaCode("416", "US")).toBe("416 is in Canada; numbers are rented in the United States.");
		expect(checkAreaCode("212", "CA")).toBe("212 is in the United States; numbers are rented in Canada.");
	});

	it("lets through the country's codes and those too young to be known", () => {
		expect(checkAreaCode("212", "US")).toBeNull();
		expect(checkAreaCode("416", "CA")).toBeNull();
		expect(checkAreaCode("999", "US")).toBeNull();
	});
});
