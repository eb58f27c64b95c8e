import { ratePerSecondDefault, ratePerSecondLimits } from "@cloudpbx/contracts/words/setting-limits";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";

/** The rate that Twilio's network accepts from one number, in segments (help article 115002943027). */
const carrierSegmentsPerSecond = { toll_free: 3, local: 1 };

export interface Pace {
	fromNumber: string;
	/** The rate that the owner chose for the campaign or the number; null: none. */
	chosenPerSecond: number | null;
	/** Factor by which the distance between texts is larger because the carrier asked for it. */
	slowness: number;
}

/** The longest text, 1,600 characters of UCS-2. */
const segmentsMax = 24;

/**
 * The time that one text takes of its number, in milliseconds. Without a chosen rate the carrier's limit,
 * which counts segments, is also kept. A stored rate below the current minimum counts as the minimum.
 */
export function slotMilliseconds({ fromNumber, chosenPerSecond, slowness }: Pace, segments: number): number {
	const chosen = 1 / Math.max(chosenPerSecond ?? ratePerSecondDefault, ratePerSecondLimits.min);
	const network =
		chosenPerSecond === null ? segments / carrierSegmentsPerSecond[numberKindOf(fromNumber)] : 0;
	return Math.max(chosen, network) * 1000 * slowness;
}

/** The longest slot of a number that sends at these paces, in milliseconds. */
export function longestSlotMilliseconds(paces: readonly Pace[]): number {
	return Math.min(...paces.map((pace) => slotMilliseconds(pace, segmentsMax)));
}
