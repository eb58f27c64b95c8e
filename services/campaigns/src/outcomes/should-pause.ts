/** Minimum outcomes before the share of errors is judged. */
const outcomesMin = 20;
/** Maximum share of errors. Unreachable numbers harm the sender's reputation. */
const errorShareMax = 0.3;

/** Why a campaign should pause, in words; null: it should not. Counts begin when it is started or resumed. */
export function shouldPause({ outcomes, errors }: { outcomes: number; errors: number }): string | null {
	if (outcomes < outcomesMin || errors / outcomes <= errorShareMax) return null;
	return (
		`Paused by itself: ${errors} of ${outcomes} texts could not be delivered. ` +
		"Look at the failed recipients and their reasons, clean the list, then resume or cancel."
	);
}
