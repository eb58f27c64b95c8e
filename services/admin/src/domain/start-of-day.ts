import { readOffsetMinutes } from "@cloudpbx/domain/quiet-hours/local-time";

const dayMinutes = 24 * 60;
/** Clocks change at a full quarter of an hour in UTC. */
const quarterMinutes = 15;

/** The first instant of a day of a zone, counted since 1970. Midnight itself may be skipped by a clock change. */
export function startOfDay(day: number, timeZone: string): Date {
	const midnight = day * dayMinutes;
	const isBefore = (minute: number) => minute + readOffsetMinutes(timeZone, minute) < midnight;
	// No zone is a day ahead or behind.
	let before = midnight - dayMinutes;
	let from = midnight + dayMinutes;
	while (from - before > quarterMinutes) {
		const middle = before + Math.floor((from - before) / 2 / quarterMinutes) * quarterMinutes;
		if (isBefore(middle)) before = middle;
		else from = middle;
	}
	return new Date(from * 60_000);
}
