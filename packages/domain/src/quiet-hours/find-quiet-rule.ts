import { areaCodeOf } from "../numbering/number-kind.ts";
import { areaCodeZones } from "./area-code-zones.ts";
import { findPlaceZone } from "./place-zones.ts";
import { readState } from "./read-state.ts";
import { federalWindow, type MarketingWindow, stateWindows } from "./state-windows.ts";
import { stateZones } from "./state-zones.ts";

export interface Recipient {
	/** E.164. */
	number: string;
	/** IANA name of the contact's own time zone, when known. */
	timeZone?: string | null;
	/** The contact's own state, territory or province, when known, however it is written. */
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
const beyondTheDateLine = new Set(["Pacific/Guam", "Pacific/Pago_Pago"]);

/**
 * The contact's own zone wins where it has a place in the country of the number, then the contact's own state, then all zones of the area
 * code. A state's stricter window stays in force with the contact's zone: an area code is presumed to say the state until the contact's
 * record does. Where zone and state contradict each other, both must be open; beyond the date line, where they never are, the state
 * decides.
 */
export function findQuietRule({ number, timeZone, state }: Recipient): QuietRule {
	const place = areaCodeZones.get(areaCodeOf(number) ?? "");
	const own = readState(state);
	const window = stateWindows.get(own ?? place?.state ?? "") ?? federalWindow;
	const ownZones = stateZones.get(own ?? "") ?? [];
	const zone = findPlaceZone(timeZone, number);
	if (zone !== null) {
		const isDisputed = own !== null && !ownZones.includes(zone);
		const areNeverOpen = [zone, ...ownZones].some((one) => beyondTheDateLine.has(one));
		const both = areNeverOpen ? ownZones : [zone, ...ownZones];
		return { zones: isDisputed ? both : [zone], window, isPlaceUnknown: false };
	}
	if (own && own !== place?.state) return { zones: ownZones, window, isPlaceUnknown: false };
	return { zones: place?.zones ?? outermostZones, window, isPlaceUnknown: !place };
}
