import type { Hours } from "@cloudpbx/contracts/office/hours";
import { listHolidaysWithin } from "@cloudpbx/domain/hours/holidays";
import { toInstant } from "@cloudpbx/domain/hours/to-instant";

export interface SpecialDay {
	name: string;
	date: string;
}

/**
 * The next holiday that is switched on, or first day of an exception, after `today`. Falls back to Christmas Day.
 */
export function findSpecialDay(
	{ holidays, exceptions }: Pick<Hours, "holidays" | "exceptions">,
	today: string,
): SpecialDay {
	const year = Number(today.slice(0, 4));
	const listed = [year, year + 1].flatMap((one) => listHolidaysWithin(holidays.country ?? "US", one));
	const chosen = listed.filter(({ name }) => holidays.country !== null && holidays.names.includes(name));
	const days = [...chosen, ...exceptions.map(({ name, from }) => ({ name, date: from }))]
		.filter(({ date }) => date > today)
		.sort((one, other) => (one.date < other.date ? -1 : 1));
	const [first] = days;
	if (first) return { name: first.name, date: first.date };
	const christmas = `${year}-12-25` > today ? `${year}-12-25` : `${year + 1}-12-25`;
	return { name: "Christmas Day", date: christmas };
}

/** The instant of a local time such as `2026-12-25T20:00`; null: not a time. */
export function instantOf(local: string, timeZone: string): Date | null {
	const at = Date.parse(`${local}Z`);
	return Number.isNaN(at) ? null : new Date(toInstant(timeZone, at / 60_000) * 60_000);
}
