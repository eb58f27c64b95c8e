import { readOffsetMinutes } from "@cloudpbx/domain/quiet-hours/local-time";
import * as z from "zod";

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;
/** Every zone's distance from UTC is a multiple of it, also on a day that changes it. */
const quarterMilliseconds = 15 * 60_000;
const quartersOfDay = 96;

/** An ISO 8601 instant, or a day of the company, whose edges `readEdge` knows. */
export const InstantOrDay = z
	.union([z.iso.datetime({ offset: true }), z.iso.date()])
	.meta({ type: "string", example: "2026-11-22" });

/** The instant, or where the day begins in this zone, or where it is over. */
export function readEdge(text: string, edge: "start" | "end", timeZone: string): Date {
	if (text.includes("T")) return new Date(text);
	// Where the clocks change at midnight the day begins with its first quarter of an hour.
	return readClock(Date.parse(text) + (edge === "end" ? dayMilliseconds : 0), timeZone);
}

/** One hour of the week: 0 is Monday, and the hour is the clock's. */
export interface HourOfWeek {
	weekday: number;
	hour: number;
}

/**
 * When that hour was within a period, each time once: an hour that comes twice is one, one that the clocks skip is none. `to` is
 * exclusive.
 */
export function listHours(from: Date, to: Date, { weekday, hour }: HourOfWeek, timeZone: string) {
	const hours: { from: Date; to: Date }[] = [];
	const first = Math.floor(from.getTime() / dayMilliseconds) - 1;
	const last = Math.floor(to.getTime() / dayMilliseconds) + 1;
	for (let day = first; day <= last; day++) {
		// 1 January 1970 was a Thursday.
		if ((((day + 3) % 7) + 7) % 7 !== weekday) continue;
		const clock = day * dayMilliseconds + hour * hourMilliseconds;
		const span = { from: readClock(clock, timeZone), to: readClock(clock + hourMilliseconds, timeZone) };
		if (span.from < to && span.to > from && span.from < span.to) hours.push(span);
	}
	return hours;
}

/** When the clocks first show this time or a later one; `clock` is the instant at which those in UTC show it. */
function readClock(clock: number, timeZone: string): Date {
	const target = clock / quarterMilliseconds;
	const isBegun = (quarter: number) => quarter + readOffsetMinutes(timeZone, quarter * 15) / 15 >= target;
	let before = target - quartersOfDay;
	let from = target + quartersOfDay;
	while (from - before > 1) {
		const middle = Math.floor((before + from) / 2);
		if (isBegun(middle)) from = middle;
		else before = middle;
	}
	return new Date(from * quarterMilliseconds);
}
