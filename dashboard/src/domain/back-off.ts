const firstMilliseconds = 500;
const mostMilliseconds = 30_000;

/** How long to wait before try number `attempt`, from 0: doubling, and spread so that a crowd does not come back at once. */
export function backOff(attempt: number, random: number): number {
	const longest = Math.min(firstMilliseconds * 2 ** attempt, mostMilliseconds);
	return longest / 2 + (longest / 2) * random;
}
