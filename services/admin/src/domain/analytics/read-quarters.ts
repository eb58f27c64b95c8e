import { type LocalQuarters, quartersOfDay } from "./local-quarters.ts";

/** Stored counts of a UTC day since 1970: by "quarter measure", and by measure for the whole day. */
export interface DayCounts {
	day: number;
	counts: Record<string, number>;
}

export interface LocalCount {
	quarter: number;
	day: number;
	weekday: number;
	hour: number;
	measure: string;
	count: number;
}

const quartersOfHour = 4;
/** 1 January 1970 was a Thursday. */
const firstWeekday = 3;

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
