const firstMilliseconds = 500;
const mostMilliseconds = 30_000;

/** Milliseconds before try number `attempt`, from 0: doubled each time, with jitter. */
export function backOff(attempt: number, random: number): number {
	const longest = Math.min(firstMilliseconds * 2 ** attempt, mostMilliseconds);
	return longest / 2 + (longest / 2) * random;
}
