import { readOffsetMinutes } from "../quiet-hours/local-time.ts";
import { minutesOfDay } from "./days.ts";

/** Since 2011 every clock change has happened at a full quarter of an hour in UTC. */
const quarterMinutes = 15;

/** Returns until when the zone's offset surely stays, in minutes since 1970; at most to the end of the UTC day. */
export function getClockChange(timeZone: string, minute: number): number {
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
