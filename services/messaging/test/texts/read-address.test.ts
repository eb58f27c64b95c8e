import { describe, expect, it } from "vitest";
import { readAddress } from "../../src/texts/read-address.ts";

describe("an address", () => {
	it.each([
		["+14155550199", "+14155550199"],
		[" 14155550199", "+14155550199"],
		["(415) 555-0199", "+14155550199"],
		["72345", "72345"],
		["ACME", "ACME"],
	])("%s is read as %s", (typed, read) => {
		expect(readAddress(typed)).toBe(read);
	});
});
