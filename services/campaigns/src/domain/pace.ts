import { ratePerSecondLimits } from "@cloudpbx/contracts/words/setting-limits";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";

/** Without anybody's word: what an owner can safely send from a toll-free number. */
export const ratePerSecondDefault = 1;

/** What Twilio's network takes from one number, in segments (help article 115002943027). */
const carrierSegmentsPerSecond = { toll_free: 3, local: 1 };

export interface Pace {
	fromNumber: string;
	/** What the owner chose, for the campaign or the sender; null: nobody chose. */
	chosenPerSecond: number | null;
	/** Texts are so many times farther apart because the carrier asked for it. */
	slowness: number;
}

/** The longest text, 1,600 characters of UCS-2. */
const segmentsMax = 24;

/**
 * How long the sender is busy with one text, in milliseconds. A rate that nobody chose is the carrier's, in segments. One that
 * was chosen before there was a least one counts as that.
 */
export function slotMilliseconds({ fromNumber, chosenPerSecond, slowness }: Pace, segments: number): number {
	const chosen = 1 / Math.max(chosenPerSecond ?? ratePerSecondDefault, ratePerSecondLimits.min);
	const network =
		chosenPerSecond === null ? segments / carrierSegmentsPerSecond[numberKindOf(fromNumber)] : 0;
	return Math.max(chosen, network) * 1000 * slowness;
}

/** No text of a number that is sending at these paces keeps it busy for longer. */
export function longestSlotMilliseconds(paces: readonly Pace[]): number {
	return Math.min(...paces.map((pace) => slotMilliseconds(pace, segmentsMax)));
}
