import { expect, it } from "vitest";
import {
	findCountryFault,
	formatCountries,
	readCountries,
} from "../../src/screens/settings/limits/countries.ts";

it.each([
	["us, ca", ["US", "CA"]],
	["US CA;GB\nUS", ["US", "CA", "GB"]],
	["", []],
	[
		["CA", "US"],
		["CA", "US"],
	],
])("reads %j", (typed, codes) => {
	expect(readCountries(typed)).toEqual(codes);
});

it("names countries, and says which is none", () => {
	expect(formatCountries(["CA", "US", "XX"])).toBe("Canada, United States, XX");
	expect(findCountryFault("US, JM")).toBeNull();
	expect(findCountryFault("US, Jamaica, XX")).toBe(
		"JAMAICA, XX: a country has two letters, such as US, CA or GB.",
	);
});
