import type { Hours } from "@cloudpbx/contracts/office/hours";
import type { HolidayCountry } from "@cloudpbx/contracts/words/hours-words";
import { type HolidayDate, listHolidays } from "../../src/hours/holidays.ts";

/** The state of one minute, computed independently of the code under test. */
export interface Scanned {
	isOpen: boolean;
	because: string | null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function scanAt(hours: Hours, timeZone: string, at: Date): Scanned {
	const { override } = hours;
	if (override && at < new Date(override.until)) {
		return { isOpen: override.state === "open", because: "override" };
	}
	const { date, weekday, time } = showWall(timeZone, at);
	const isWithin = (intervals: Hours["exceptions"][number]["intervals"]) =>
		intervals.some(([start, end]) => start <= time && time < end);
	const days = (exception: Hours["exceptions"][number]) =>
		Date.parse(exception.to) - Date.parse(exception.from);
	let chosen: Hours["exceptions"][number] | null = null;
	for (const exception of hours.exceptions) {
		if (exception.from > date || exception.to < date) continue;
		if (!chosen || days(exception) <= days(chosen)) chosen = exception;
	}
	if (chosen) return { isOpen: isWithin(chosen.intervals), because: chosen.name };
	const { country, names } = hours.holidays;
	const today = (country ? listKept(country, Number(date.slice(0, 4))) : []).filter(
		(one) => one.date === date && names.includes(one.name),
	);
	const holiday = today.find(({ isObserved }) => !isObserved) ?? today[0];
	if (holiday) return { isOpen: false, because: holiday.name };
	if (Object.keys(hours.week).length === 0) return { isOpen: true, because: null };
	return { isOpen: isWithin(hours.week[weekday] ?? []), because: null };
}

export function scanForChange(hours: Hours, timeZone: string, at: Date, minutes: number): Date | null {
	const { isOpen } = scanAt(hours, timeZone, at);
	const first = Math.floor(at.getTime() / 60_000) + 1;
	for (let minute = first; minute < first + minutes; minute += 1) {
		const instant = new Date(minute * 60_000);
		if (scanAt(hours, timeZone, instant).isOpen !== isOpen) return instant;
	}
	return null;
}

const kept = new Map<string, HolidayDate[]>();

function listKept(country: HolidayCountry, year: number): HolidayDate[] {
	const key = `${country} ${year}`;
	const known = kept.get(key) ?? [...listHolidays(country, year), ...listHolidays(country, year + 1)];
	kept.set(key, known);
	return known;
}

const walls = new Map<string, { date: string; weekday: keyof Hours["week"]; time: string }>();

function showWall(timeZone: string, at: Date) {
	const key = `${timeZone} ${Math.floor(at.getTime() / 60_000)}`;
	const wall = walls.get(key) ?? readWall(timeZone, at);
	walls.set(key, wall);
	return wall;
}

function readWall(timeZone: string, at: Date) {
	const format =
		formats.get(timeZone) ??
		new Intl.DateTimeFormat("en-US", {
			timeZone,
			weekday: "long",
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			hourCycle: "h23",
		});
	formats.set(timeZone, format);
	const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
	return {
		date: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`,
		weekday: (parts.get("weekday") ?? "").toLowerCase() as keyof Hours["week"],
		time: `${parts.get("hour")}:${parts.get("minute")}`,
	};
}
