import type { AnalyticsPeriod } from "@cloudpbx/contracts/api/analytics";
import { dayMilliseconds, type LocalQuarters, quarterMilliseconds, quartersOfDay } from "./local-quarters.ts";

/** Local days in a row, counted since 1970. */
export interface LocalDays {
	first: number;
	last: number;
	count: number;
	/** Where the first one begins and the last one ends; exclusive. */
	from: Date;
	to: Date;
}

/** The last `count` days in a zone, today last. */
export function planDays(count: number, toLocal: LocalQuarters, now: Date): LocalDays {
	const last = Math.floor(toLocal(Math.floor(now.getTime() / quarterMilliseconds)) / quartersOfDay);
	const first = last - count + 1;
	return { first, last, count, from: startOfDay(first, toLocal), to: startOfDay(last + 1, toLocal) };
}

/** How many days, today included. */
export function daysOfPeriod(period: AnalyticsPeriod): number {
	return Number(period.slice(0, -1));
}

/** Days since 1970 as YYYY-MM-DD. */
export function dateOf(day: number): string {
	return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/**
 * The UTC days, counted since 1970, in which the last `count` days of any zone lie: zones are up to 14 hours ahead and 12
 * behind, and may have changed that since the first day. It begins on `first` at the earliest and on `edge` at the latest.
 */
export function planUtcDays(count: number, now: Date): { first: number; edge: number; last: number } {
	const today = Math.floor(now.getTime() / dayMilliseconds);
	return { first: today - count, edge: today - count + 2, last: today + 1 };
}

/** The first instant of the day. Midnight itself may be skipped by a clock change. */
function startOfDay(day: number, toLocal: LocalQuarters): Date {
	const midnight = day * quartersOfDay;
	let before = midnight - quartersOfDay;
	let from = midnight + quartersOfDay;
	while (from - before > 1) {
		const middle = Math.floor((before + from) / 2);
		if (toLocal(middle) < midnight) before = middle;
		else from = middle;
	}
	return new Date(from * quarterMilliseconds);
}
