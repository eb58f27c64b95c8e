import { decideOpenNow } from "@cloudpbx/domain/hours/decide-opening";
import { hoursOfDestination } from "@cloudpbx/domain/hours/hours-of-destination";
import { writeNextChange } from "@cloudpbx/domain/hours/write-opening";
import type { Extension, Office, OpenNow } from "./office.ts";

export function openingOf({ hours }: Extension, office: Office): OpenNow {
	if (hours === null) return office.opening;
	return decideOpenNow(hoursOfDestination(office.hours, hours), office.settings.timeZone, office.at);
}

/** When the destination opens or closes next, in English; null: not within a year. */
export function nextChangeOf({ hours }: Pick<Extension, "hours">, office: Office): string | null {
	const whole = hoursOfDestination(office.hours, hours);
	// Always open: nothing changes.
	const isEndless = Object.keys(whole.week).length === 0 && whole.exceptions.length === 0;
	if (isEndless && whole.override === null && whole.holidays.names.length === 0) return null;
	return writeNextChange(whole, office.settings.timeZone, office.at);
}
