import { decideOpenNow } from "@cloudpbx/domain/hours/decide-opening";
import { hoursOfDestination } from "@cloudpbx/domain/hours/hours-of-destination";
import type { Extension, Office, OpenNow } from "./office.ts";

/** Whether a destination takes calls now: by its own hours, otherwise by the company's. */
export function openingOf({ hours }: Extension, office: Office): OpenNow {
	if (hours === null) return office.opening;
	return decideOpenNow(hoursOfDestination(office.hours, hours), office.settings.timeZone, office.at);
}
