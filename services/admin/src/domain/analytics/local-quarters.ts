import { readOffsetMinutes } from "@cloudpbx/domain/quiet-hours/local-time";

/** Offsets of all time zones are multiples of a quarter hour, on days with a clock change too. */
const quarterMinutes = 15;
export const quartersOfDay = 96;
export const quarterMilliseconds = quarterMinutes * 60 * 1000;
export const dayMilliseconds = quartersOfDay * quarterMilliseconds;

/** Maps a UTC quarter hour since 1970 to the local one. */
export type LocalQuarters = (quarter: number) => number;

/** Asks the runtime once for each UTC day, and for every quarter hour on days with a clock change. */
export function openLocalQuarters(timeZone: string): LocalQuarters {
	const offsetAt = (quarter: number) =>
		Math.floor(readOffsetMinutes(timeZone, quarter * quarterMinutes) / quarterMinutes);
	/** Offset by UTC day; null on a day with a clock change. */
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
