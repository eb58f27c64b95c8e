/** Calendar days of the company, first and last included, as `/calls` reads them. */

export interface Days {
	from: string;
	to: string;
}

export function daysOf(days: readonly { date: string }[]): Days {
	return { from: days[0]?.date ?? "", to: days.at(-1)?.date ?? "" };
}

export function callsHref(days: Days, filter: Record<string, string> = {}): string {
	return `/calls?${new URLSearchParams({ from: days.from, to: days.to, direction: "inbound", ...filter })}`;
}
