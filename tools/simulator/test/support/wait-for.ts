const LIMIT_MS = 10_000;
const PAUSE_MS = 15;
const SIGHT_CHARACTERS_MAX = 6000;

/** Looks again and again until what is seen is as wanted; throws with the last sight. */
export async function waitFor<Sight>(
	look: () => Promise<Sight> | Sight,
	isReached: (sight: Sight) => boolean,
): Promise<Sight> {
	const deadline = Date.now() + LIMIT_MS;
	while (true) {
		const sight = await look();
		if (isReached(sight)) return sight;
		if (Date.now() > deadline)
			throw new Error(`not reached: ${JSON.stringify(sight).slice(0, SIGHT_CHARACTERS_MAX)}`);
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
}
