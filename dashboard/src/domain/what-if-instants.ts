import type { Hours } from "@cloudpbx/contracts/office/hours";
import { listHolidaysWithin } from "@cloudpbx/domain/hours/holidays";
import { toInstant } from "@cloudpbx/domain/hours/to-instant";

/** A day to come on which something else than the week counts. */
export interface SpecialDay {
	name: string;
	/** ISO 8601. */
	date: string;
}

/**
 * The next day after `today` that is a holiday which is switched on, or the first day of an exception. None: Christmas Day, of
 * which every company wonders.
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

/** The instant at which the company's clocks show this, such as `2026-12-25T20:00`; null: it is no moment. */
export function instantOf(local: string, timeZone: string): Date | null {
	const at = Date.parse(`${local}Z`);
	return Number.isNaN(at) ? null : new Date(toInstant(timeZone, at / 60_000) * 60_000);
}
