import type { AnalyticsPeriod } from "@cloudpbx/contracts/api/analytics";
import { dayMilliseconds, type LocalQuarters, quarterMilliseconds, quartersOfDay } from "./local-quarters.ts";

export interface LocalDays {
	first: number;
	last: number;
	count: number;
	/** Start of the first day; `to` is the end of the last. */
	from: Date;
	to: Date;
}

export function planDays(count: number, toLocal: LocalQuarters, now: Date): LocalDays {
	const last = Math.floor(toLocal(Math.floor(now.getTime() / quarterMilliseconds)) / quartersOfDay);
	const first = last - count + 1;
	return { first, last, count, from: startOfDay(first, toLocal), to: startOfDay(last + 1, toLocal) };
}

export function daysOfPeriod(period: AnalyticsPeriod): number {
	return Number(period.slice(0, -1));
}

export function dateOf(day: number): string {
	return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/** UTC days that cover the last `count` days in every zone. The period begins by `edge`. */
export function planUtcDays(count: number, now: Date): { first: number; edge: number; last: number } {
	const today = Math.floor(now.getTime() / dayMilliseconds);
	return { first: today - count, edge: today - count + 2, last: today + 1 };
}

/** First instant of a day. A clock change can skip midnight. */
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
