import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { describe, expect, it } from "vitest";
import { sortRecipients } from "../../../src/planning/recipients/sort-recipients.ts";

const sort = (inputs: Iterable<CampaignRecipientInput>, countries = ["CA", "US"]) =>
	sortRecipients(inputs, countries);

describe("a list of recipients", () => {
	it("is converted to E.164 in its order, with invalid numbers and duplicates set aside", () => {
		const typed = [
			"(415) 555-2671",
			"+1 415 555 2671",
			"4155552672",
			"hello",
			"",
			"+1415555",
			"+44 20 7946 0018",
		];
		const sorted = [...sort(typed.map((number) => ({ number })))];
		expect(sorted.map(({ position, number, aside }) => [position, number, aside?.reason ?? null])).toEqual([
			[0, "+14155552671", null],
			[1, "+14155552671", "duplicate"],
			[2, "+14155552672", null],
			[3, "hello", "invalid"],
			[4, "", "invalid"],
			[5, "+1415555", "invalid"],
			[6, "+442079460018", "country_forbidden"],
		]);
		expect(sorted[1]?.aside?.words).toMatch(/^duplicate: /);
		expect(sorted[3]?.aside?.words).toBe("invalid: This is not a telephone number.");
	});

	it("sets aside a well-formed number that no telephone can have", () => {
		const [one] = sort([{ number: "+19995550100" }]);
		expect(one).toMatchObject({ number: "+19995550100", aside: { reason: "invalid" } });
	});

	it.each(["+18765550199", "+8821312345678", "+881612345678", "+447011123456", "+14159765019"])(
		"sets aside %s, unless its country is allowed and it is no premium-rate number",
		(number) => {
			const [one] = sort([{ number }]);
			// Not every one of them is a number that the numbering plan knows.
			expect(["country_forbidden", "invalid"]).toContain(one?.aside?.reason);
			const [allowed] = sort([{ number }], ["CA", "US", "JM", "GB"]);
			expect(allowed?.aside === null).toBe(number === "+18765550199");
		},
	);

	it("does not call an invalid number a duplicate", () => {
		const sorted = [...sort([{ number: "x" }, { number: "x" }])];
		expect(sorted.map(({ aside }) => aside?.reason)).toEqual(["invalid", "invalid"]);
	});

	it("keeps the known fields of a recipient, and null for the others", () => {
		const [full, bare] = sort([
			{ number: "4155552671", fields: { name: "Ann" }, timeZone: " America/Denver ", state: "CO" },
			{ number: "4155552672", fields: {}, timeZone: " ", state: "" },
		]);
		expect(full).toMatchObject({ fields: { name: "Ann" }, timeZone: "America/Denver", state: "CO" });
		expect(bare).toMatchObject({ fields: null, timeZone: null, state: null });
	});

	it("is read one by one", () => {
		let read = 0;
		const endless = (function* () {
			for (;;) {
				read += 1;
				yield { number: `+1415${2_000_000 + read}` };
			}
		})();
		sort(endless).next();
		expect(read).toBe(1);
	});

	it("keeps time zones as typed, and no more than a hundred of those that are no place", () => {
		const zones = ["America/Denver", "UTC", "at home", "US/Pacific"];
		const rows = zones.map((timeZone, index) => ({ number: `415555267${index}`, timeZone }));
		const names = Array.from({ length: 3000 }, (_, index) => ({
			number: "4155552671",
			timeZone: `Mars/Crater${index}`,
		}));
		const sorted = [...sort([...rows, ...names])];
		expect(sorted.slice(0, 4).map(({ timeZone }) => timeZone)).toEqual(zones);
		expect(new Set(sorted.map(({ timeZone }) => timeZone)).size).toBe(2 + 100 + 1);
	});

	it("understands states however they are written, and names those that are none", () => {
		const states = ["Florida", "US-FL", "fl", "Fla.", "florida ", "Ontario", "N/A", "", "Narnia"];
		const sorted = [...sort(states.map((state, index) => ({ number: `415555267${index}`, state })))];
		expect(sorted.at(-1)?.number).toBe("+14155552678");
		expect(sorted.map(({ state }) => state)).toEqual(["FL", "FL", "FL", "FL", "FL", "ON", null, null, null]);
		expect(sorted.map(({ aside }) => aside?.words ?? null)).toEqual([
			...Array(8).fill(null),
			"invalid: “Narnia” is no state and no province. Write it such as FL or Florida.",
		]);
		expect([...sort([{ number: "+442079460018", state: "England" }], ["GB"])][0]?.aside).toBeNull();
	});

	it("shows what nobody would see in a number that is none", () => {
		const [one] = sort([{ number: "+1415\u202a555" }]);
		expect(one).toMatchObject({ number: "+1415\\u202A555", aside: { reason: "invalid" } });
	});
});
