export const minutesOfDay = 1440;
const millisecondsOfDay = 86_400_000;

/** Days since 1 January 1970; the month counts from 1. */
export function dayOf(year: number, month: number, day: number): number {
	return Date.UTC(year, month - 1, day) / millisecondsOfDay;
}

/** Days since 1 January 1970 of an ISO 8601 date. */
export function dayOfDate(date: string): number {
	return Date.parse(date) / millisecondsOfDay;
}

export function isoDateOf(day: number): string {
	return new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
}

export function yearOf(day: number): number {
	return new Date(day * millisecondsOfDay).getUTCFullYear();
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
	return (((day + 4) % 7) + 7) % 7;
}
