import { addDays } from "../../domain/local-days.ts";
import { isoDay } from "../../words/times.ts";

export interface Period {
	name: string;
	label: string;
	from: string;
	to: string;
}

export function namedPeriods(timeZone: string, now: number): Period[] {
	const today = isoDay(now, timeZone);
	const last = (days: number) => ({ from: addDays(today, 1 - days), to: today });
	return [
		{ name: "today", label: "Today", ...last(1) },
		{ name: "7d", label: "Last 7 Days", ...last(7) },
		{ name: "30d", label: "Last 30 Days", ...last(30) },
		{ name: "90d", label: "Last 90 Days", ...last(90) },
	];
}
