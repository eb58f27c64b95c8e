import { areaCodeOf } from "../numbering/number-kind.ts";
import { areaCodeZones } from "./area-code-zones.ts";
import { findPlaceZone } from "./place-zones.ts";
import { readState } from "./read-state.ts";
import { federalWindow, type MarketingWindow, stateWindows } from "./state-windows.ts";
import { stateZones } from "./state-zones.ts";

export interface Recipient {
	number: string;
	/** IANA name of the contact's own zone, when known. */
	timeZone?: string | null;
	/** The contact's own, when known, in any spelling. */
	state?: string | null;
}

/** Marketing is allowed while the window is open in every zone. */
export interface QuietRule {
	zones: readonly string[];
	window: MarketingWindow;
	/** Neither the contact nor the number tells the place. */
	isPlaceUnknown: boolean;
}

/** The outermost clocks of the states, DC, Puerto Rico and the Virgin Islands: what both allow, all allow. */
const outermostZones = ["America/Puerto_Rico", "Pacific/Honolulu"];
const beyondTheDateLine = new Set(["Pacific/Guam", "Pacific/Pago_Pago"]);

/**
 * The contact's zone wins when it lies in the number's country, then the contact's state, then the area code's zones. A state's
 * stricter window stays. When zone and state contradict, both must be open; beyond the date line the state decides.
 */
export function getQuietRule({ number, timeZone, state }: Recipient): QuietRule {
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
