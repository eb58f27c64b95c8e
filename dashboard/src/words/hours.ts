import type { Interval, OpeningNow, Week } from "@cloudpbx/contracts/hours";
import { type Weekday, weekdays } from "@cloudpbx/contracts/words/hours-words";
import type { Status } from "./statuses.ts";
import { isoDay, writeClock } from "./times.ts";

const dayMilliseconds = 86_400_000;
/** 5 January 1970 was a Monday. */
const mondayMilliseconds = 4 * dayMilliseconds;

/** "Monday", in the reader's language. */
export function writeWeekday(day: Weekday): string {
	const at = mondayMilliseconds + weekdays.indexOf(day) * dayMilliseconds;
	return new Intl.DateTimeFormat(undefined, { weekday: "long", timeZone: "UTC" }).format(at);
}

/** "9:00 AM" of "09:00", in the reader's manner; the end of a day is its last midnight. */
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

/** A line a day. */
export function writeWeek(week: Week): string {
	if (Object.keys(week).length === 0) return "Always open";
	return weekdays.map((day) => `${writeWeekday(day)}: ${writeIntervals(week[day] ?? [])}`).join("\n");
}

/** "5:00 PM", "Monday at 9:00 AM", "December 28 at 9:00 AM": an instant to come, by the company's clocks. */
export function writeUntil(at: string, now: number, timeZone: string): string {
	const clock = writeClock(at, timeZone);
	if (isoDay(at, timeZone) === isoDay(now, timeZone)) return clock;
	const days = (Date.parse(isoDay(at, timeZone)) - Date.parse(isoDay(now, timeZone))) / dayMilliseconds;
	if (days === 1 && clock === writeClock(Date.parse("1970-01-01T00:00:00Z"), "UTC")) return "midnight";
	if (days < 7) return `${write(at, { weekday: "long" }, timeZone)} at ${clock}`;
	const year = days > 300 ? "numeric" : undefined;
	return `${write(at, { month: "long", day: "numeric", year }, timeZone)} at ${clock}`;
}

export function openingStatus({ isOpen }: Pick<OpeningNow, "isOpen">): Status {
	return isOpen ? { word: "Open", tone: "good" } : { word: "Closed", tone: "quiet" };
}

/** "Open until 5:00 PM", "Closed until Monday at 9:00 AM: Christmas Day". */
export function writeOpening({ isOpen, until, because }: OpeningNow, now: number, timeZone: string): string {
	const state = isOpen ? "Open" : "Closed";
	const end = until === null ? state : `${state} until ${writeUntil(until, now, timeZone)}`;
	return because === null ? end : `${end}: ${because === "override" ? "by hand" : because}`;
}

/** "Fri, Dec 25, 2026" of an ISO 8601 date. */
export function writeDate(date: string): string {
	const options = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
	return write(date, options, "UTC");
}

/** Both days of a range, or the one. */
export function writeDateRange(from: string, to: string): string {
	return from === to ? writeDate(from) : `${writeDate(from)} – ${writeDate(to)}`;
}

function write(at: string, options: Intl.DateTimeFormatOptions, timeZone: string): string {
	return new Intl.DateTimeFormat(undefined, { ...options, timeZone }).format(new Date(at));
}
