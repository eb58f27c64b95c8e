/** Minimum outcomes before the share of errors is judged. */
const outcomesMin = 20;
/**
 * Maximum share of errors. A list with more unreachable numbers harms the number's reputation at the
 * carriers.
 */
const errorShareMax = 0.3;

/**
 * The reason, in words, why a campaign should pause; null when it should not. Counts start when the campaign
 * is started or resumed.
 */
export function shouldPause({ outcomes, errors }: { outcomes: number; errors: number }): string | null {
	if (outcomes < outcomesMin || errors / outcomes <= errorShareMax) return null;
	return (
		`Paused by itself: ${errors} of ${outcomes} texts could not be delivered. ` +
		"Look at the failed recipients and their reasons, clean the list, then resume or cancel."
	);
}
