const limitMilliseconds = 10_000;
const pauseMilliseconds = 15;
const sightCharactersMax = 6000;

/** Polls until the result is as wanted. Throws with the last one. */
export async function waitFor<Sight>(
	look: () => Promise<Sight> | Sight,
	isReached: (sight: Sight) => boolean,
): Promise<Sight> {
	const deadline = Date.now() + limitMilliseconds;
	while (true) {
		const sight = await look();
		if (isReached(sight)) return sight;
		if (Date.now() > deadline)
			throw new Error(`not reached: ${JSON.stringify(sight).slice(0, sightCharactersMax)}`);
		await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
	}
}
