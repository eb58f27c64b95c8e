import { getCountries, getCountryCallingCode, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, it } from "vitest";
import {
	countriesOf,
	explainForbiddenNumber,
	knownCountries,
} from "../../src/numbering/country-of-number.ts";

const home = ["US", "CA"];

it.each([
	["+14155550199", ["US"]],
	["+16045550199", ["CA"]],
	["+18005550100", ["US", "CA"]],
	["+18765550199", ["JM"]],
	["+18095550199", ["DO"]],
	["+17875550199", ["PR"]],
	["+442071838750", ["GB", "GG", "IM", "JE"]],
	["+77011234567", ["KZ", "RU"]],
	["+8821312345678", []],
	["+881612345678", []],
	["+979123456789", []],
	["+888123456789", []],
])("knows whose %s may be", (number, countries) => {
	expect(countriesOf(number)).toEqual(countries);
});

it("agrees with the numbering plan about an example of each country", () => {
	for (const country of getCountries()) {
		const example = getExampleNumber(country, examples);
		if (example)
			expect(countriesOf(example.number), `${country} ${getCountryCallingCode(country)}`).toContain(country);
		expect(knownCountries).toContain(country);
	}
});

it.each(["+14155550199", "+16045550199", "+18005550100", "+19995550199"])("lets %s pass", (number) => {
	expect(explainForbiddenNumber(number, home)).toBeNull();
});

it.each([
	["+979123456789", /no country/],
	["+8821312345678", /no country/],
	["+881612345678", /no country/],
	["+447011123456", /United Kingdom/],
	["+18765550199", /Jamaica/],
	["+16715550199", /Guam/],
	["+19005550199", /premium/],
	["+14159765019", /premium/],
	["+525512345678", /Mexico/],
])("stops %s, in words", (number, words) => {
	expect(explainForbiddenNumber(number, home)).toMatch(words);
});

it("takes no ordinary number for a premium-rate one, in any country", () => {
	for (const country of getCountries()) {
		const example = getExampleNumber(country, examples);
		if (example) expect(explainForbiddenNumber(example.number, knownCountries), example.number).toBeNull();
	}
	expect(explainForbiddenNumber("+5511900123456", ["BR"])).toBeNull();
});

it("lets a country pass that is allowed by name, and its premium numbers never", () => {
	expect(explainForbiddenNumber("+442071838750", ["GB"])).toBeNull();
	expect(explainForbiddenNumber("+447011123456", ["GB"])).toMatch(/premium/);
	expect(explainForbiddenNumber("+18765550199", ["US", "JM"])).toBeNull();
	expect(explainForbiddenNumber("+14155550199", ["JM"])).toMatch(/United States/);
});
