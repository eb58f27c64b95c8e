import type { Hours } from "@cloudpbx/contracts/office/hours";
import { weekdays } from "@cloudpbx/contracts/words/hours-words";
import { decideOpening } from "../../src/hours/decide-opening.ts";
import { defaultHours } from "../../src/hours/read-hours.ts";

export const newYork = "America/New_York";
const nineToFive: Hours["week"] = Object.fromEntries(
	weekdays.slice(0, 5).map((day) => [day, [["09:00", "17:00"]]]),
);
export const office: Hours = { ...defaultHours, week: nineToFive };
export const everyDay = (...intervals: [string, string][]): Hours => ({
	...defaultHours,
	week: Object.fromEntries(weekdays.map((day) => [day, intervals])),
});
export const exception = (name: string, from: string, to: string, ...intervals: [string, string][]) => ({
	name,
	from,
	to,
	intervals,
	greeting: null,
});

/** `open 2026-12-04T22:00Z because …`, without parts that do not apply. */
export function at(hours: Hours, instant: string, timeZone = newYork): string {
	const { isOpen, because, until } = decideOpening(hours, timeZone, new Date(instant));
	const end = until ? ` until ${until.toISOString().replace(/:00\.000Z$/, "Z")}` : "";
	return `${isOpen ? "open" : "closed"}${end}${because ? ` because ${because}` : ""}`;
}
