import { expect, it } from "vitest";
import { spellNumber } from "../src/spell-number.ts";

it.each([
	["+14155550199", "4 1 5, 5 5 5, 0 1 9 9"],
	["+18005550100", "8 0 0, 5 5 5, 0 1 0 0"],
	["+442079460958", "plus 4 4 2, 0 7 9, 4 6 0, 9 5 8"],
	["+3512345", "plus 3 5 1, 2 3 4, 5"],
])("reads %s digit by digit, in groups", (number, spoken) => {
	expect(spellNumber(number)).toBe(spoken);
});
