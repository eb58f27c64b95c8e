import type { OpeningNow } from "@cloudpbx/contracts/office/hours";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import type { Status } from "./statuses.ts";
import { formatClock, isoDay } from "./times.ts";

/** "5:00 PM", "Monday at 9:00 AM", "December 28 at 9:00 AM": a future instant in the company's zone. */
export function formatUntil(at: string, now: number, timeZone: string): string {
	const clock = formatClock(at, timeZone);
	if (isoDay(at, timeZone) === isoDay(now, timeZone)) return clock;
	const days = (Date.parse(isoDay(at, timeZone)) - Date.parse(isoDay(now, timeZone))) / dayMilliseconds;
	if (days === 1 && clock === formatClock(Date.parse("1970-01-01T00:00:00Z"), "UTC")) return "midnight";
	if (days < 7) return `${write(at, { weekday: "long" }, timeZone)} at ${clock}`;
	const year = days > 300 ? "numeric" : undefined;
	return `${write(at, { month: "long", day: "numeric", year }, timeZone)} at ${clock}`;
}

export function openingStatus({ isOpen }: Pick<OpeningNow, "isOpen">): Status {
	return isOpen ? { word: "Open", tone: "good" } : { word: "Closed", tone: "quiet" };
}

/** "Open until 5:00 PM", "Closed until Monday at 9:00 AM: Christmas Day". */
export function formatOpening({ isOpen, until, because }: OpeningNow, now: number, timeZone: string): string {
	const state = isOpen ? "Open" : "Closed";
	const end = until === null ? state : `${state} until ${formatUntil(until, now, timeZone)}`;
	return because === null ? end : `${end}: ${because === "override" ? "by hand" : because}`;
}

function write(at: string, options: Intl.DateTimeFormatOptions, timeZone: string): string {
	return new Intl.DateTimeFormat(undefined, { ...options, timeZone }).format(new Date(at));
}
