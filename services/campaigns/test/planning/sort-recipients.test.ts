import { describe, expect, it, vi } from "vitest";
import { sortRecipients } from "../../src/planning/sort-recipients.ts";

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
		const sorted = [...sortRecipients(typed.map((number) => ({ number })))];
		expect(sorted.map(({ position, number, aside }) => [position, number, aside?.reason ?? null])).toEqual([
			[0, "+14155552671", null],
			[1, "+14155552671", "duplicate"],
			[2, "+14155552672", null],
			[3, "hello", "invalid"],
			[4, "", "invalid"],
			[5, "+1415555", "invalid"],
			[6, "+442079460018", null],
		]);
		expect(sorted[1]?.aside?.words).toMatch(/^duplicate: /);
		expect(sorted[3]?.aside?.words).toBe("invalid: This is not a telephone number.");
	});

	it("sets aside a well-formed number that no telephone can have", () => {
		const [one] = sortRecipients([{ number: "+19995550100" }]);
		expect(one).toMatchObject({ number: "+19995550100", aside: { reason: "invalid" } });
	});

	it("does not call an invalid number a duplicate", () => {
		const sorted = [...sortRecipients([{ number: "x" }, { number: "x" }])];
		expect(sorted.map(({ aside }) => aside?.reason)).toEqual(["invalid", "invalid"]);
	});

	it("keeps the known fields of a recipient, and null for the others", () => {
		const [full, bare] = sortRecipients([
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
		sortRecipients(endless).next();
		expect(read).toBe(1);
	});

	it("drops unknown time zones, and checks each name once", () => {
		const asked = vi.spyOn(Intl, "DateTimeFormat");
		const zones = ["America/Denver", "America/Nowhere", "at home", "America/Denver", "US/Pacific", "+02:00"];
		const rows = zones.map((timeZone, index) => ({ number: `415555267${index}`, timeZone }));
		const names = Array.from({ length: 3000 }, (_, index) => ({
			number: "4155552671",
			timeZone: `Mars/Crater${index % 1500}`,
		}));
		const sorted = [...sortRecipients([...rows, ...names])];
		expect(sorted.slice(0, 6).map(({ timeZone }) => timeZone)).toEqual([
			"America/Denver",
			null,
			null,
			"America/Denver",
			"US/Pacific",
			null,
		]);
		expect(sorted.slice(6).every(({ timeZone }) => timeZone === null)).toBe(true);
		expect(asked.mock.calls.length).toBeLessThanOrEqual(1503);
		asked.mockRestore();
	});
});
