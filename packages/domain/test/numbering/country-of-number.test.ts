import { getCountries, getCountryCallingCode, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, it } from "vitest";
import { areaCodes } from "../../src/numbering/area-codes.ts";
import {
	countriesOf,
	explainForbiddenNumber,
	isForbiddenNumber,
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

it("knows each area code of Canada and of the United States", () => {
	for (const [code, { country }] of areaCodes)
		expect(countriesOf(`+1${code}5550199`), code).toEqual([country]);
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

const islands =
	"242 246 264 268 284 340 345 441 473 649 658 664 670 671 684 721 758 767 784 787 809 829 849 868 869 876 939".split(
		" ",
	);
const codesOfNoCountry = "870 878 881 882 883 888 979".split(" ");

it.each([
	...islands.map((code) => `+1${code}5550199`),
	...codesOfNoCountry.map((code) => `+${code}12345678`),
	...["+19005550199", "+19002345678"],
	...["212", "310", "416", "604", "907", "808"].map((code) => `+1${code}9765019`),
	...["+447011123456", "+447600123456", "+448712345678", "+449098765432", "+442071838750"],
	...[
		"+5355512345",
		"+22012345678",
		"+25261234567",
		"+37127123456",
		"+23276123456",
		"+6745551234",
		"+639171234567",
	],
])("%s is neither texted nor dialled at home, and isForbiddenNumber agrees", (number) => {
	expect(explainForbiddenNumber(number, home)).not.toBeNull();
	expect(isForbiddenNumber(number, home)).toBe(true);
});

it.each([
	...["201", "212", "310", "415", "646", "808", "907", "989"].map((code) => `+1${code}5550199`),
	...["204", "416", "438", "604", "867", "902"].map((code) => `+1${code}5550199`),
	...["800", "833", "844", "855", "866", "877", "888"].map((code) => `+1${code}5550199`),
	"+12129755019",
	"+12125559760",
])("%s is texted and dialled at home", (number) => {
	expect(explainForbiddenNumber(number, home)).toBeNull();
	expect(isForbiddenNumber(number, home)).toBe(false);
});

it("opens an island by its own name alone", () => {
	for (const code of islands) {
		const number = `+1${code}5550199`;
		expect(isForbiddenNumber(number, [...home, ...countriesOf(number)]), number).toBe(false);
	}
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
