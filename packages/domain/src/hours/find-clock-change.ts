import { readOffsetMinutes } from "../quiet-hours/local-time.ts";
import { minutesOfDay } from "./days.ts";

/** Since 2011 every clock change of the world has happened at a full quarter of an hour in UTC. */
const quarterMinutes = 15;

/**
 * Until when the zone's clocks surely go on as they do, in minutes since 1970: the next change of the clocks, or the end of the day in UTC. No
 * zone changes its clocks twice within a day.
 */
export function findClockChange(timeZone: string, minute: number): number {
	const offset = readOffsetMinutes(timeZone, minute);
	const dayEnd = (Math.floor(minute / minutesOfDay) + 1) * minutesOfDay;
	if (readOffsetMinutes(timeZone, dayEnd) === offset) return dayEnd;
	let same = Math.floor(minute / quarterMinutes);
	let other = dayEnd / quarterMinutes;
	while (other - same > 1) {
		const middle = Math.floor((same + other) / 2);
		if (readOffsetMinutes(timeZone, middle * quarterMinutes) === offset) same = middle;
		else other = middle;
	}
	return other * quarterMinutes;
}
