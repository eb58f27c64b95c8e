import { expect, it } from "vitest";
import { announceCaller, takeLeg } from "../../src/domain/ringing/screen-leg.ts";

it.each([
	["+14155550199", "Sales", null, "4 1 5, 5 5 5, 0 1 9 9 for Sales. Press 1 to take the call."],
	[null, "Sales", null, "A caller for Sales. Press 1 to take the call."],
	["+14155550199", null, null, "4 1 5, 5 5 5, 0 1 9 9 for your company. Press 1 to take the call."],
	[
		"+14155550199",
		"Sales",
		"a price for ten chairs",
		"4 1 5, 5 5 5, 0 1 9 9 for Sales. The caller said: a price for ten chairs. Press 1 to take the call.",
	],
])("says of %s for %s about %s: %s", (caller, name, wish, prompt) => {
	expect(announceCaller({ caller, name, wish }, "/key")).toEqual([
		{ kind: "gather", prompt, maxDigits: 1, waitSeconds: 8, nextPath: "/key" },
		// Without it the carrier would connect the two.
		{ kind: "hangUp" },
	]);
});

it("connects with the key 1 and ends the leg with every other, and with none", () => {
	expect(takeLeg("1")).toEqual([]);
	for (const digits of ["", "0", "2", "9", "*", "#", "11", "1#", "A"]) {
		expect(takeLeg(digits), digits).toEqual([{ kind: "hangUp" }]);
	}
});
