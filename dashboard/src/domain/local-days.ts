const minuteMilliseconds = 60_000;
const quarterMilliseconds = 15 * minuteMilliseconds;
const dayMilliseconds = 24 * 60 * minuteMilliseconds;
/** Zones are 14 hours ahead of UTC at most, and 12 behind. */
const searchedMilliseconds = 15 * 60 * minuteMilliseconds;

/** A day as people name it: "2026-11-29". */
export type LocalDate = string;

export function addDays(date: LocalDate, days: number): LocalDate {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(date: LocalDate): number {
	return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** An hour of a day on the clocks of a zone: "2026-11-29T09:00". */
export function isLocalHour(text: string): boolean {
	return /^\d{4}-(0\d|1[0-2])-[0-3]\dT([01]\d|2[0-3]):00$/.test(text);
}

/** The first instant of an hour; one that comes twice begins with the first, one that is skipped with the next. */
export function startOfHour(hour: string, timeZone: string): number {
	const dateAt = dateReader(timeZone);
	const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone });
	const near = Date.parse(`${hour}:00Z`);
	let before = near - searchedMilliseconds;
	let from = near + searchedMilliseconds;
	// Every zone's clocks change on a quarter of an hour.
	while (from - before > quarterMilliseconds) {
		const middle = Math.floor((before + from) / 2 / quarterMilliseconds) * quarterMilliseconds;
		if (`${dateAt(middle)}T${format.format(middle)}:00` < hour) before = middle;
		else from = middle;
	}
	return from;
}

/** Which day an instant belongs to in a zone. */
export function dateReader(timeZone: string): (at: number) => LocalDate {
	const format = new Intl.DateTimeFormat("en-CA", {
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		timeZone,
	});
	return (at) => {
		const parts = format.formatToParts(at);
		const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
		return `${part("year")}-${part("month")}-${part("day")}`;
	};
}
