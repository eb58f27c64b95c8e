import { ratePerSecondLimits } from "@cloudpbx/contracts/words/setting-limits";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";

/** Texts a second when the owner chose no rate: what can safely be sent from a toll-free number. */
export const ratePerSecondDefault = 1;

/** What Twilio's network takes from one number, in segments (help article 115002943027). */
const carrierSegmentsPerSecond = { toll_free: 3, local: 1 };

export interface Pace {
	fromNumber: string;
	/** What the owner chose for the campaign or the number; null: nothing. */
	chosenPerSecond: number | null;
	/** The factor by which texts are farther apart because the carrier asked for it. */
	slowness: number;
}

/** The longest text, 1,600 characters of UCS-2. */
const segmentsMax = 24;

/**
 * How long the number is busy with one text, in milliseconds. Without a chosen rate the carrier's limit is kept as well, which
 * counts segments. A rate below the least one, chosen before there was one, counts as the least.
 */
export function slotMilliseconds({ fromNumber, chosenPerSecond, slowness }: Pace, segments: number): number {
	const chosen = 1 / Math.max(chosenPerSecond ?? ratePerSecondDefault, ratePerSecondLimits.min);
	const network =
		chosenPerSecond === null ? segments / carrierSegmentsPerSecond[numberKindOf(fromNumber)] : 0;
	return Math.max(chosen, network) * 1000 * slowness;
}

/** The longest slot of a number that sends at these paces. */
export function longestSlotMilliseconds(paces: readonly Pace[]): number {
	return Math.min(...paces.map((pace) => slotMilliseconds(pace, segmentsMax)));
}
