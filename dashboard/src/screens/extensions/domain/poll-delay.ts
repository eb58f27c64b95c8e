/** Milliseconds before the next poll: 1 s, 2 s, then every 4 s. */
export function pollDelay(tries: number): number {
	return Math.min(4000, 1000 * 2 ** tries);
}
