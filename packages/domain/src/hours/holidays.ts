import type { HolidayCountry } from "@cloudpbx/contracts/words/hours-words";
import { memoize } from "../memoize.ts";
import { dayOf, dayOfDate, isoDateOf, weekdayOf, yearOf } from "./days.ts";

export interface HolidayDate {
	name: string;
	date: string;
	isObserved: boolean;
}

const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

type DayOfYear = (year: number) => number;

/** Sources, read on 2026-11-30: 5 U.S.C. 6103(a); section 166 of the Canada Labour Code. In the order of the year. */
const days: Record<HolidayCountry, readonly (readonly [name: string, day: DayOfYear])[]> = {
	US: [
		["New Year's Day", (year) => dayOf(year, 1, 1)],
		["Birthday of Martin Luther King, Jr.", (year) => nth(3, monday, year, 1)],
		["Washington's Birthday", (year) => nth(3, monday, year, 2)],
		["Memorial Day", (year) => lastBefore(monday, dayOf(year, 6, 1))],
		["Juneteenth National Independence Day", (year) => dayOf(year, 6, 19)],
		["Independence Day", (year) => dayOf(year, 7, 4)],
		["Labor Day", (year) => nth(1, monday, year, 9)],
		["Columbus Day", (year) => nth(2, monday, year, 10)],
		["Veterans Day", (year) => dayOf(year, 11, 11)],
		["Thanksgiving Day", (year) => nth(4, thursday, year, 11)],
		["Christmas Day", (year) => dayOf(year, 12, 25)],
	],
	CA: [
		["New Year's Day", (year) => dayOf(year, 1, 1)],
		["Good Friday", (year) => easterSunday(year) - 2],
		["Victoria Day", (year) => lastBefore(monday, dayOf(year, 5, 25))],
		["Canada Day", (year) => dayOf(year, 7, 1)],
		["Labour Day", (year) => nth(1, monday, year, 9)],
		["National Day for Truth and Reconciliation", (year) => dayOf(year, 9, 30)],
		["Thanksgiving Day", (year) => nth(2, monday, year, 10)],
		["Remembrance Day", (year) => dayOf(year, 11, 11)],
		["Christmas Day", (year) => dayOf(year, 12, 25)],
		["Boxing Day", (year) => dayOf(year, 12, 26)],
	],
};

/** Lists a year's federal holidays in order. The observed day of 1 January may be in the year before. */
export function listHolidays(country: HolidayCountry, year: number): HolidayDate[] {
	const found: HolidayDate[] = [];
	let lastObserved = Number.NEGATIVE_INFINITY;
	for (const [name, findDay] of days[country]) {
		const day = findDay(year);
		found.push({ name, date: isoDateOf(day), isObserved: false });
		const observed = country === "US" ? observedInUs(day) : observedInCanada(day, lastObserved);
		if (observed === null) continue;
		lastObserved = observed;
		found.push({ name, date: isoDateOf(observed), isObserved: true });
	}
	return found.sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Lists the days of a calendar year on which holidays are kept. */
export function listHolidaysWithin(country: HolidayCountry, year: number): HolidayDate[] {
	return [...listHolidays(country, year), ...listHolidays(country, year + 1)].filter(
		({ date }) => Number(date.slice(0, 4)) === year,
	);
}

const yearsMax = 10;

const holidaysOfYear = {
	US: memoize((year: number) => indexHolidays("US", year), yearsMax),
	CA: memoize((year: number) => indexHolidays("CA", year), yearsMax),
};

/** Returns the names for a day since 1970; the day's own before observed ones. */
export function listHolidaysOn(country: HolidayCountry, day: number): readonly string[] {
	return holidaysOfYear[country](yearOf(day)).get(day) ?? [];
}

function indexHolidays(country: HolidayCountry, year: number): ReadonlyMap<number, readonly string[]> {
	const index = new Map<number, string[]>();
	const kept = [...listHolidays(country, year), ...listHolidays(country, year + 1)];
	for (const { name, date } of kept.sort((one, other) => Number(one.isObserved) - Number(other.isObserved))) {
		const day = dayOfDate(date);
		index.set(day, [...(index.get(day) ?? []), name]);
	}
	return index;
}

/** 5 U.S.C. 6103(b), Executive Order 11582: Friday for a Saturday, Monday for a Sunday. */
function observedInUs(day: number): number | null {
	if (weekdayOf(day) === saturday) return day - 1;
	return weekdayOf(day) === sunday ? day + 1 : null;
}

/** Canada Labour Code, section 193(2). The government keeps the next working day, and moves Boxing Day on. */
function observedInCanada(day: number, lastObserved: number): number | null {
	let observed = day;
	while (weekdayOf(observed) === saturday || weekdayOf(observed) === sunday || observed === lastObserved) {
		observed += 1;
	}
	return observed === day ? null : observed;
}

function nth(count: number, weekday: number, year: number, month: number): number {
	const first = dayOf(year, month, 1);
	return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7;
}

function lastBefore(weekday: number, day: number): number {
	return day - (((weekdayOf(day) - weekday + 6) % 7) + 1);
}

function easterSunday(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
	const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
	return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}
