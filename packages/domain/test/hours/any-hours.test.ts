import type { Hours } from "@cloudpbx/contracts/office/hours";
import { holidayNames, weekdays } from "@cloudpbx/contracts/words/hours-words";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideOpening } from "../../src/hours/decide-opening.ts";
import { newYork } from "./office-hours.ts";
import { scanAt, scanForChange } from "./scan-hours.ts";

describe("any hours", () => {
	const time = fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 59))
		.map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
	const intervals = fc.uniqueArray(fc.oneof(time, fc.constant("24:00")), { maxLength: 6 }).map((times) => {
		const sorted = times.toSorted();
		const pairs: [string, string][] = [];
		for (let index = 0; index + 1 < sorted.length; index += 2) {
			pairs.push([sorted[index] ?? "", sorted[index + 1] ?? ""]);
		}
		return pairs;
	});
	const anchors = [
		["2026-10-31", newYork],
		["2027-03-13", newYork],
		["2026-12-30", "America/St_Johns"],
		["2026-04-03", "Australia/Lord_Howe"],
		["2026-10-02", "Australia/Lord_Howe"],
		["2026-09-04", "America/Santiago"],
		["2027-07-02", "Pacific/Honolulu"],
		["2027-12-30", "Pacific/Auckland"],
	] as const;
	const scenario = fc.constantFrom(...anchors).chain(([date, timeZone]) => {
		const day = (shift: number) => new Date(Date.parse(date) + shift * 86_400_000).toISOString().slice(0, 10);
		const range = fc
			.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 2 }))
			.map(([from, length]) => ({ from: day(from), to: day(from + length) }));
		const instant = fc
			.integer({ min: 0, max: 4 * 86_400_000 })
			.map((shift) => new Date(Date.parse(date) + shift));
		const hours: fc.Arbitrary<Hours> = fc.record({
			week: fc.oneof(
				{
					weight: 5,
					arbitrary: fc.record(Object.fromEntries(weekdays.map((one) => [one, intervals])), {
						requiredKeys: [],
					}),
				},
				{ weight: 1, arbitrary: fc.constant({}) },
			),
			exceptions: fc.array(
				fc
					.tuple(range, intervals, fc.constantFrom("A", "B", "C"))
					.map(([days, open, name]) => ({ ...days, intervals: open, name, greeting: null })),
				{ maxLength: 3 },
			),
			holidays: fc.constantFrom(
				{ country: null, names: [] },
				{ country: "US" as const, names: [...holidayNames.US] },
				{ country: "CA" as const, names: [...holidayNames.CA] },
			),
			override: fc.option(
				fc.record({
					state: fc.constantFrom("open" as const, "closed" as const),
					until: instant.map((one) => new Date(Math.floor(one.getTime() / 60_000) * 60_000).toISOString()),
					greeting: fc.constant(null),
				}),
				{ freq: 3 },
			),
			closed: fc.constant({ greeting: null, then: "menu" as const }),
		});
		return fc.record({ hours, timeZone: fc.constant(timeZone), at: instant });
	});
	const scannedMinutes = 5 * 1440;

	it("are decided as a scan of every minute decides them", () => {
		fc.assert(
			fc.property(scenario, ({ hours, timeZone, at: instant }) => {
				const { isOpen, because, until } = decideOpening(hours, timeZone, instant);
				expect({ isOpen, because }).toEqual(scanAt(hours, timeZone, instant));
				const scanned = scanForChange(hours, timeZone, instant, scannedMinutes);
				if (scanned) expect(until).toEqual(scanned);
				else if (until) expect(until.getTime()).toBeGreaterThan(instant.getTime() + scannedMinutes * 60_000);
			}),
			{ numRuns: 150 },
		);
	});
});
