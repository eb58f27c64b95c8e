import { areaCodeOf } from "../numbering/number-kind.ts";
import { areaCodeZones } from "./area-code-zones.ts";
import { isTimeZone } from "./local-time.ts";
import { federalWindow, type MarketingWindow, stateWindows } from "./state-windows.ts";
import { stateZones } from "./state-zones.ts";

export interface Recipient {
	/** E.164. */
	number: string;
	/** IANA name of the contact's own time zone, when known. */
	timeZone?: string | null;
	/** Postal abbreviation of the contact's own state, when known. */
	state?: string | null;
}

/** Marketing is allowed while the window is open by the clocks of every zone. */
export interface QuietRule {
	zones: readonly string[];
	window: MarketingWindow;
	/** Neither the contact nor the number says where the recipient is. */
	isPlaceUnknown: boolean;
}

/**
 * The clocks that differ most among the states, the District of Columbia, Puerto Rico and the Virgin Islands: every other
 * zone there is between these two at every minute, so what both allow, all allow. The islands beyond the date line
 * would close every hour but three; whoever has a number from there is known by its area code.
 */
const outermostZones = ["America/Puerto_Rico", "Pacific/Honolulu"];

/**
 * The contact's own zone wins, then the contact's own state, then all zones of the area code. A state's stricter window
 * stays in force with the contact's zone: an area code is presumed to say the state until the contact's record does.
 */
export function findQuietRule({ number, timeZone, state }: Recipient): QuietRule {
	const place = areaCodeZones.get(areaCodeOf(number) ?? "");
	const own = readState(state);
	const window = stateWindows.get(own ?? place?.state ?? "") ?? federalWindow;
	if (timeZone && isTimeZone(timeZone)) return { zones: [timeZone], window, isPlaceUnknown: false };
	if (own && own !== place?.state) {
		return { zones: stateZones.get(own) ?? [], window, isPlaceUnknown: false };
	}
	return { zones: place?.zones ?? outermostZones, window, isPlaceUnknown: !place };
}

/** The abbreviation of a state or territory, however it is written; null for anything else. */
export function readState(state: string | null | undefined): string | null {
	const name = state?.trim().toUpperCase() ?? "";
	return stateZones.has(name) ? name : null;
}
