import type { Filter } from "../storage/collection.ts";

/** Twilio's dates: `Sun, 22 Nov 2026 12:00:00 +0000`. */
export function rfc2822(ms: number): string {
	return new Date(ms).toUTCString().replace("GMT", "+0000");
}

export function optionalDate(ms: number | null): string | null {
	return ms === null ? null : rfc2822(ms);
}

const secondMs = 1000;
const dayMs = 86_400_000;

/** `DateCreated=`, `DateCreated<=` and `DateCreated>=` of a list, written as Twilio's literal parameter names. */
export function dateFilters(query: URLSearchParams, name: string, field: string): Filter[] {
	const instant = (suffix: string) => {
		const value = Date.parse(query.get(name + suffix) ?? "");
		return Number.isNaN(value) ? null : value;
	};
	const filters: Filter[] = [];
	const [day, before, after] = [instant(""), instant("<"), instant(">")];
	if (day !== null) {
		const start = Math.floor(day / dayMs) * dayMs;
		filters.push([`doc ->> '${field}' BETWEEN ? AND ?`, start, start + dayMs - 1]);
	}
	// Twilio's instants are whole seconds.
	if (before !== null) filters.push([`doc ->> '${field}' <= ?`, startOfSecond(before) + secondMs - 1]);
	if (after !== null) filters.push([`doc ->> '${field}' >= ?`, startOfSecond(after)]);
	return filters;
}

function startOfSecond(ms: number): number {
	return Math.floor(ms / secondMs) * secondMs;
}
