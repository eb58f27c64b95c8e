import type { Filter } from "../storage/collection.ts";

/** `Sun, 22 Nov 2026 12:00:00 +0000`. */
export function rfc2822(milliseconds: number): string {
	return new Date(milliseconds).toUTCString().replace("GMT", "+0000");
}

export function optionalDate(milliseconds: number | null): string | null {
	return milliseconds === null ? null : rfc2822(milliseconds);
}

const secondMilliseconds = 1000;
const dayMilliseconds = 86_400_000;

/** Reads `DateCreated=`, `DateCreated<=` and `DateCreated>=`, Twilio's literal parameter names. */
export function dateFilters(query: URLSearchParams, name: string, field: string): Filter[] {
	const instant = (suffix: string) => {
		const value = Date.parse(query.get(name + suffix) ?? "");
		return Number.isNaN(value) ? null : value;
	};
	const filters: Filter[] = [];
	const [day, before, after] = [instant(""), instant("<"), instant(">")];
	if (day !== null) {
		const start = Math.floor(day / dayMilliseconds) * dayMilliseconds;
		filters.push([`doc ->> '${field}' BETWEEN ? AND ?`, start, start + dayMilliseconds - 1]);
	}
	// Twilio's instants are whole seconds.
	if (before !== null)
		filters.push([`doc ->> '${field}' <= ?`, startOfSecond(before) + secondMilliseconds - 1]);
	if (after !== null) filters.push([`doc ->> '${field}' >= ?`, startOfSecond(after)]);
	return filters;
}

function startOfSecond(milliseconds: number): number {
	return Math.floor(milliseconds / secondMilliseconds) * secondMilliseconds;
}
