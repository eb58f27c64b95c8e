import { readOffsetMinutes } from "../quiet-hours/local-time.ts";
import { minutesOfDay } from "./days.ts";

/** Maps a local minute since 1970 to UTC: the first of two, or as long after the change where it is skipped. */
export function toInstant(timeZone: string, localMinute: number): number {
	const before = localMinute - readOffsetMinutes(timeZone, localMinute - minutesOfDay);
	const after = localMinute - readOffsetMinutes(timeZone, localMinute + minutesOfDay);
	const shows = (minute: number) => minute + readOffsetMinutes(timeZone, minute) === localMinute;
	return [before, after].sort((one, other) => one - other).find(shows) ?? before;
}
