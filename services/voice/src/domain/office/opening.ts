import { decideOpenNow } from "@cloudpbx/domain/hours/decide-opening";
import { hoursOfDestination } from "@cloudpbx/domain/hours/hours-of-destination";
import { writeNextChange } from "@cloudpbx/domain/hours/write-opening";
import type { Extension, Office, OpenNow } from "./office.ts";

/** Whether a destination takes calls now: by its own hours, otherwise by the company's. */
export function openingOf({ hours }: Extension, office: Office): OpenNow {
	if (hours === null) return office.opening;
	return decideOpenNow(hoursOfDestination(office.hours, hours), office.settings.timeZone, office.at);
}

/** When the destination opens or closes next, as callers hear it; null: not within a year. English only. */
export function nextChangeOf({ hours }: Pick<Extension, "hours">, office: Office): string | null {
	const whole = hoursOfDestination(office.hours, hours);
	// Always open: nothing changes, and nothing has to be looked for.
	const isEndless = Object.keys(whole.week).length === 0 && whole.exceptions.length === 0;
	if (isEndless && whole.override === null && whole.holidays.names.length === 0) return null;
	return writeNextChange(whole, office.settings.timeZone, office.at);
}
