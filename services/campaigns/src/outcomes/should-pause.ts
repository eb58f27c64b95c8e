/** Fewer outcomes say nothing. */
const outcomesMin = 20;
/** A list of which so many cannot be reached harms the number's standing at the carriers. */
const errorShareMax = 0.3;

/** Why a campaign should not go on by itself, in words; null when it should. Counts are since it was started or resumed. */
export function shouldPause({ outcomes, errors }: { outcomes: number; errors: number }): string | null {
	if (outcomes < outcomesMin || errors / outcomes <= errorShareMax) return null;
	return (
		`Paused by itself: ${errors} of ${outcomes} texts could not be delivered. ` +
		"Look at the failed recipients and their reasons, clean the list, then resume or cancel."
	);
}
