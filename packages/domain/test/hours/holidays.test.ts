import { holidayNames } from "@cloudpbx/contracts/words/hours-words";
import { describe, expect, it } from "vitest";
import { dayOfDate, weekdayOf } from "../../src/hours/days.ts";
import { listHolidays, listHolidaysOn, listHolidaysWithin } from "../../src/hours/holidays.ts";

const written = (country: "US" | "CA", year: number) =>
	listHolidays(country, year).map(({ date, name, isObserved }) => `${date} ${name}${isObserved ? " *" : ""}`);
const years = Array.from({ length: 100 }, (_, index) => 2000 + index);

describe("the federal holidays of the United States", () => {
	it("are those that the Office of Personnel Management lists for 2026", () => {
		expect(written("US", 2026)).toEqual([
			"2026-01-01 New Year's Day",
			"2026-01-19 Birthday of Martin Luther King, Jr.",
			"2026-02-16 Washington's Birthday",
			"2026-05-25 Memorial Day",
			"2026-06-19 Juneteenth National Independence Day",
			"2026-07-03 Independence Day *",
			"2026-07-04 Independence Day",
			"2026-09-07 Labor Day",
			"2026-10-12 Columbus Day",
			"2026-11-11 Veterans Day",
			"2026-11-26 Thanksgiving Day",
			"2026-12-25 Christmas Day",
		]);
	});

	it("are kept on Friday for a Saturday and on Monday for a Sunday", () => {
		expect(written("US", 2027)).toEqual([
			"2027-01-01 New Year's Day",
			"2027-01-18 Birthday of Martin Luther King, Jr.",
			"2027-02-15 Washington's Birthday",
			"2027-05-31 Memorial Day",
			"2027-06-18 Juneteenth National Independence Day *",
			"2027-06-19 Juneteenth National Independence Day",
			"2027-07-04 Independence Day",
			"2027-07-05 Independence Day *",
			"2027-09-06 Labor Day",
			"2027-10-11 Columbus Day",
			"2027-11-11 Veterans Day",
			"2027-11-25 Thanksgiving Day",
			"2027-12-24 Christmas Day *",
			"2027-12-25 Christmas Day",
		]);
	});

	it("keep a New Year's Day on Saturday on the last day of the old year", () => {
		expect(written("US", 2028)[0]).toBe("2027-12-31 New Year's Day *");
		expect(listHolidaysWithin("US", 2027).at(-1)?.date).toBe("2027-12-31");
		expect(listHolidaysWithin("US", 2028)[0]).toMatchObject({ date: "2028-01-01", isObserved: false });
		expect(listHolidaysOn("US", dayOfDate("2027-12-31"))).toEqual(["New Year's Day"]);
		expect(listHolidaysOn("US", dayOfDate("2026-12-31"))).toEqual([]);
	});
});

describe("the federal holidays of Canada", () => {
	it("are those of the Canada Labour Code", () => {
		expect(written("CA", 2026)).toEqual([
			"2026-01-01 New Year's Day",
			"2026-04-03 Good Friday",
			"2026-05-18 Victoria Day",
			"2026-07-01 Canada Day",
			"2026-09-07 Labour Day",
			"2026-09-30 National Day for Truth and Reconciliation",
			"2026-10-12 Thanksgiving Day",
			"2026-11-11 Remembrance Day",
			"2026-12-25 Christmas Day",
			"2026-12-26 Boxing Day",
			"2026-12-28 Boxing Day *",
		]);
	});

	it("are kept on the next working day, as in 2022 and 2023", () => {
		expect(written("CA", 2022).filter((line) => line.endsWith("*"))).toEqual([
			"2022-01-03 New Year's Day *",
			"2022-12-26 Christmas Day *",
			"2022-12-27 Boxing Day *",
		]);
		expect(written("CA", 2023).filter((line) => line.endsWith("*"))).toEqual([
			"2023-01-02 New Year's Day *",
			"2023-07-03 Canada Day *",
			"2023-10-02 National Day for Truth and Reconciliation *",
			"2023-11-13 Remembrance Day *",
		]);
		expect(written("CA", 2021).slice(-4)).toEqual([
			"2021-12-25 Christmas Day",
			"2021-12-26 Boxing Day",
			"2021-12-27 Christmas Day *",
			"2021-12-28 Boxing Day *",
		]);
	});

	it.each([
		[2000, "04-21"],
		[2008, "03-21"],
		[2011, "04-22"],
		[2024, "03-29"],
		[2025, "04-18"],
		[2027, "03-26"],
		[2038, "04-23"],
		[2049, "04-16"],
		[2076, "04-17"],
	])("have Good Friday of %d on %s", (year, day) => {
		expect(written("CA", year)).toContain(`${year}-${day} Good Friday`);
	});

	it("have Victoria Day on the Monday before 25 May, whatever the day of 24 May", () => {
		for (const year of years) {
			const day = listHolidays("CA", year).find(({ name }) => name === "Victoria Day")?.date ?? "";
			expect(weekdayOf(dayOfDate(day))).toBe(1);
			expect(day >= `${year}-05-18` && day <= `${year}-05-24`).toBe(true);
		}
	});
});

it.each(["US", "CA"] as const)(
	"has every name of %s once a year, and observed days on working days alone",
	(country) => {
		for (const year of years) {
			const dates = listHolidays(country, year);
			const own = dates.filter(({ isObserved }) => !isObserved).map(({ name }) => name);
			expect(own).toEqual([...holidayNames[country]]);
			for (const { date } of dates.filter(({ isObserved }) => isObserved)) {
				expect([1, 2, 3, 4, 5]).toContain(weekdayOf(dayOfDate(date)));
			}
			for (const { date, name } of dates) expect(listHolidaysOn(country, dayOfDate(date))).toContain(name);
		}
	},
);

it("names the day's own holiday before the one that is kept on it", () => {
	expect(listHolidaysOn("CA", dayOfDate("2022-12-26"))).toEqual(["Boxing Day", "Christmas Day"]);
});
