import type { Interval, Week } from "@cloudpbx/contracts/office/hours";
import { type Weekday, weekdays } from "@cloudpbx/contracts/words/hours-words";
import { writeClock } from "./times.ts";

const dayMilliseconds = 86_400_000;
const mondayMilliseconds = 4 * dayMilliseconds;

export function writeWeekday(day: Weekday): string {
	const at = mondayMilliseconds + weekdays.indexOf(day) * dayMilliseconds;
	return new Intl.DateTimeFormat(undefined, { weekday: "long", timeZone: "UTC" }).format(at);
}

/** "9:00 AM" of "09:00"; the end of a day is midnight. */
function writeTimeOfDay(time: string): string {
	if (time === "24:00") return "midnight";
	return writeClock(Date.parse(`1970-01-01T${time}:00Z`), "UTC");
}

/** "9:00 AM – 12:00 PM, 1:00 PM – 5:00 PM", "Closed". */
export function writeIntervals(intervals: readonly Interval[]): string {
	return (
		intervals.map(([start, end]) => `${writeTimeOfDay(start)} – ${writeTimeOfDay(end)}`).join(", ") ||
		"Closed"
	);
}

export function writeWeek(week: Week): string {
	if (Object.keys(week).length === 0) return "Always open";
	return weekdays.map((day) => `${writeWeekday(day)}: ${writeIntervals(week[day] ?? [])}`).join("\n");
}

/** "Fri, Dec 25, 2026". */
export function writeDate(date: string): string {
	const options = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
	return new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" }).format(new Date(date));
}

export function writeDateRange(from: string, to: string): string {
	return from === to ? writeDate(from) : `${writeDate(from)} – ${writeDate(to)}`;
}
