import type { ClosedMainLine, Hours, HoursException, Interval, Week } from "@cloudpbx/contracts/office/hours";
import { type Weekday, weekdays } from "@cloudpbx/contracts/words/hours-words";

const ordinary: Interval = ["09:00", "17:00"];
const lastMinute = 24 * 60;

export function ordinaryWeek(): Week {
	return Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, [ordinary]]));
}

export function setDay(week: Week, day: Weekday, intervals: Interval[]): Week {
	return { ...week, [day]: intervals };
}

export function repeatMonday(week: Week): Week {
	return { ...week, ...Object.fromEntries(weekdays.slice(1, 5).map((day) => [day, week.monday ?? []])) };
}

/** Adds two hours after the last interval. Null: the day is full. */
export function addInterval(intervals: readonly Interval[]): Interval[] | null {
	const last = intervals.at(-1)?.[1];
	if (last === undefined) return [ordinary];
	const start = readMinute(last) + 60;
	if (Number.isNaN(start) || start >= lastMinute) return null;
	return [...intervals, [formatMinute(start), formatMinute(Math.min(start + 120, lastMinute))]];
}

export function findIntervalFault(intervals: readonly Interval[]): string | null {
	if (intervals.some(([start, end]) => start === "" || end === "")) return "A time is missing.";
	if (intervals.some(([start, end]) => start >= end)) {
		return "The end comes after the start. Hours past midnight end at 12:00 AM and begin again the next day.";
	}
	const sorted = intervals.toSorted(([one], [other]) => (one < other ? -1 : 1));
	const areApart = sorted.every(([start], index) => index === 0 || (sorted[index - 1]?.[1] ?? "") <= start);
	return areApart ? null : "Two of these overlap.";
}

export function findExceptionFaults({ name, from, to, intervals }: HoursException): Record<string, string> {
	const faults: Record<string, string> = {};
	if (name.trim() === "") faults.name = "A name is needed, such as “Christmas party”.";
	if (from === "") faults.from = "A day is needed.";
	if (to !== "" && to < from) faults.to = "The last day is before the first. Choose a later one.";
	const fault = findIntervalFault(intervals);
	if (fault) faults.intervals = fault;
	return faults;
}

export function findHoursFaults(values: Partial<Hours>): Record<string, string> {
	const faults: Record<string, string> = {};
	for (const day of weekdays) {
		const fault = findIntervalFault(values.week?.[day] ?? []);
		if (fault) faults[`week.${day}`] = fault;
	}
	return { ...faults, ...(values.closed && findClosedFaults(values.closed)) };
}

function findClosedFaults({ then, extension, number }: ClosedMainLine): Record<string, string> {
	if (then === "voicemail" && !extension) return { "closed.extension": "Choose whose voicemail." };
	if (then === "number" && !number?.trim()) return { "closed.number": "Which number rings?" };
	return {};
}

/** Upcoming first, by their first day. */
export function sortExceptions(exceptions: readonly HoursException[]): HoursException[] {
	return exceptions.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

export function toTimeField(time: string): string {
	return time === "24:00" ? "00:00" : time;
}

/** Midnight as an end means the day's end. */
export function readEnd(field: string): string {
	return field === "00:00" ? "24:00" : field;
}

function readMinute(time: string): number {
	const [hours = Number.NaN, minutes = Number.NaN] = time.split(":").map(Number);
	return hours * 60 + minutes;
}

function formatMinute(minute: number): string {
	return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
