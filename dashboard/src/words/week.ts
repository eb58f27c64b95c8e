import type { Interval, Week } from "@cloudpbx/contracts/office/hours";
import { type Weekday, weekdays } from "@cloudpbx/contracts/words/hours-words";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { formatClock } from "./times.ts";

const mondayMilliseconds = 4 * dayMilliseconds;

export function formatWeekday(day: Weekday): string {
	const at = mondayMilliseconds + weekdays.indexOf(day) * dayMilliseconds;
	return new Intl.DateTimeFormat(undefined, { weekday: "long", timeZone: "UTC" }).format(at);
}

/** "9:00 AM" of "09:00"; the end of a day is midnight. */
function formatTimeOfDay(time: string): string {
	if (time === "24:00") return "midnight";
	return formatClock(Date.parse(`1970-01-01T${time}:00Z`), "UTC");
}

/** "9:00 AM – 12:00 PM, 1:00 PM – 5:00 PM", "Closed". */
export function formatIntervals(intervals: readonly Interval[]): string {
	return (
		intervals.map(([start, end]) => `${formatTimeOfDay(start)} – ${formatTimeOfDay(end)}`).join(", ") ||
		"Closed"
	);
}

export function formatWeek(week: Week): string {
	if (Object.keys(week).length === 0) return "Always open";
	return weekdays.map((day) => `${formatWeekday(day)}: ${formatIntervals(week[day] ?? [])}`).join("\n");
}

/** "Fri, Dec 25, 2026". */
export function formatDate(date: string): string {
	const options = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
	return new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" }).format(new Date(date));
}

export function formatDateRange(from: string, to: string): string {
	return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}
