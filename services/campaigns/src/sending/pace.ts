import { ratePerSecondDefault, ratePerSecondLimits } from "@cloudpbx/contracts/words/setting-limits";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";

/** Twilio's limit per number, in segments (help article 115002943027). */
const carrierSegmentsPerSecond = { toll_free: 3, local: 1 };

export interface Pace {
	fromNumber: string;
	chosenPerSecond: number | null;
	/** Factor on the distance between texts, set when the carrier asks for fewer. */
	slowness: number;
}

/** The longest text, 1,600 characters of UCS-2. */
const segmentsMax = 24;

/** The number's time for one text, in milliseconds. Without a chosen rate, Twilio's limit is kept too. */
export function slotMilliseconds({ fromNumber, chosenPerSecond, slowness }: Pace, segments: number): number {
	const chosen = 1 / Math.max(chosenPerSecond ?? ratePerSecondDefault, ratePerSecondLimits.min);
	const network =
		chosenPerSecond === null ? segments / carrierSegmentsPerSecond[numberKindOf(fromNumber)] : 0;
	return Math.max(chosen, network) * 1000 * slowness;
}

export function longestSlotMilliseconds(paces: readonly Pace[]): number {
	return Math.min(...paces.map((pace) => slotMilliseconds(pace, segmentsMax)));
}
