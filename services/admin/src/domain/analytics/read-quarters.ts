import { type LocalQuarters, quartersOfDay } from "./local-quarters.ts";

/** A UTC day, counted since 1970, as it is stored: counts by "quarter measure", and by measure alone for the whole day. */
export interface DayCounts {
	day: number;
	counts: Record<string, number>;
}

export interface LocalCount {
	/** Since 1970 in UTC. */
	quarter: number;
	/** Days since 1970 in the zone. */
	day: number;
	/** 0 is Monday. */
	weekday: number;
	hour: number;
	measure: string;
	count: number;
}

const quartersOfHour = 4;
/** 1 January 1970 was a Thursday. */
const firstWeekday = 3;

/** What was counted in the quarters of a UTC day, each at its place in a zone. */
export function* readQuarters(
	{ day, counts }: DayCounts,
	toLocal: LocalQuarters,
): Generator<LocalCount, void, undefined> {
	for (const [key, count] of Object.entries(counts)) {
		const space = key.indexOf(" ");
		if (space < 0 || count === 0) continue;
		const quarter = day * quartersOfDay + Number(key.slice(0, space));
		const local = toLocal(quarter);
		const localDay = Math.floor(local / quartersOfDay);
		yield {
			quarter,
			day: localDay,
			weekday: (localDay + firstWeekday) % 7,
			hour: Math.floor((local - localDay * quartersOfDay) / quartersOfHour),
			measure: key.slice(space + 1),
			count,
		};
	}
}
