import type { CallsQuery } from "../../api/table/calls.ts";
import { addDays, dateReader, isLocalHour, startOfHour } from "../../domain/local-days.ts";

/**
 * What the address says about which calls are listed. Days are the company's, first and last included; hours ("2026-11-29T09:00")
 * are the company's as well, and the last is not.
 */
export interface CallFilter {
	outcome?: string;
	ext?: string;
	number?: string;
	from?: string;
	to?: string;
}

const names = ["outcome", "ext", "number", "from", "to"] as const;

export function readFilter(query: URLSearchParams): CallFilter {
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = query.get(name);
			return value ? [[name, value]] : [];
		}),
	);
}

/** As the API wants it: hours become instants. Days are the company's there as well. */
export function toCallsQuery({ from, to, ...rest }: CallFilter, timeZone: string): CallsQuery {
	const write = (text: string) =>
		isLocalHour(text) ? new Date(startOfHour(text, timeZone)).toISOString() : text;
	return { ...rest, ...(from && { from: write(from) }), ...(to && { to: write(to) }) };
}

export interface Period {
	name: string;
	label: string;
	from: string;
	to: string;
}

/** The periods that are offered by name, the last of each is today. */
export function namedPeriods(timeZone: string, now: number): Period[] {
	const today = dateReader(timeZone)(now);
	const last = (days: number) => ({ from: addDays(today, 1 - days), to: today });
	return [
		{ name: "today", label: "Today", ...last(1) },
		{ name: "7d", label: "Last 7 Days", ...last(7) },
		{ name: "30d", label: "Last 30 Days", ...last(30) },
		{ name: "90d", label: "Last 90 Days", ...last(90) },
	];
}
