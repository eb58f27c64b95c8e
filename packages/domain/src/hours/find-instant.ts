import { readOffsetMinutes } from "../quiet-hours/local-time.ts";
import { minutesOfDay } from "./days.ts";

/**
 * When the clocks of the zone show a local minute, both in minutes since 1970: the first time where they show it twice, as long after the
 * change where they skip it.
 */
export function findInstant(timeZone: string, localMinute: number): number {
	const before = localMinute - readOffsetMinutes(timeZone, localMinute - minutesOfDay);
	const after = localMinute - readOffsetMinutes(timeZone, localMinute + minutesOfDay);
	const shows = (minute: number) => minute + readOffsetMinutes(timeZone, minute) === localMinute;
	return [before, after].sort((one, other) => one - other).find(shows) ?? before;
}
