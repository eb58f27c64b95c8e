import { readOffsetMinutes } from "@cloudpbx/domain/quiet-hours/local-time";
import * as z from "zod";

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;
/** Offsets of all time zones are multiples of it. */
const quarterMilliseconds = 15 * 60_000;
const quartersOfDay = 96;

/** An ISO 8601 instant or a day in the company's time zone. */
export const InstantOrDay = z
	.union([z.iso.datetime({ offset: true }), z.iso.date()])
	.meta({ type: "string", example: "2026-11-22" });

/** The instant, or the start or end of the day in this time zone. */
export function readEdge(text: string, edge: "start" | "end", timeZone: string): Date {
	if (text.includes("T")) return new Date(text);
	// A clock change can skip midnight; then the day begins later.
	return readClock(Date.parse(text) + (edge === "end" ? dayMilliseconds : 0), timeZone);
}

export interface HourOfWeek {
	weekday: number;
	hour: number;
}

/** `to` is exclusive. A repeated hour counts once, a skipped one never. */
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

/** First instant at which local clocks show this time or a later one. `clock` is the same reading in UTC. */
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
