import { readOffsetMinutes } from "@cloudpbx/domain/quiet-hours/local-time";

/** Counts are kept by the quarter of an hour: every zone's distance from UTC is a multiple of one, also on a day that changes it. */
const quarterMinutes = 15;
export const quartersOfDay = 96;
export const quarterMilliseconds = quarterMinutes * 60 * 1000;
export const dayMilliseconds = quartersOfDay * quarterMilliseconds;

/** Which quarter since 1970 the clocks of the zone show in a quarter since 1970 in UTC. */
export type LocalQuarters = (quarter: number) => number;

/** Asks the runtime once a UTC day, and about every quarter only of days on which the clocks change. */
export function openLocalQuarters(timeZone: string): LocalQuarters {
	const offsetAt = (quarter: number) =>
		Math.floor(readOffsetMinutes(timeZone, quarter * quarterMinutes) / quarterMinutes);
	/** By UTC day; null where the offset changes. */
	const offsets = new Map<number, number | null>();
	return (quarter) => {
		const day = Math.floor(quarter / quartersOfDay);
		let offset = offsets.get(day);
		if (offset === undefined) {
			const start = offsetAt(day * quartersOfDay);
			offset = start === offsetAt((day + 1) * quartersOfDay) ? start : null;
			offsets.set(day, offset);
		}
		return quarter + (offset ?? offsetAt(quarter));
	};
}
