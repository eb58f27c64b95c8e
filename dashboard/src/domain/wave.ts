const peakCount = 96;
const heightUnits = 32;

/** The loudest sample of each of 96 stretches, from 0 to 1, the loudest of all being 1. */
export function outlineOf(samples: ArrayLike<number>): number[] {
	const stretch = samples.length / peakCount;
	const peaks = Array.from({ length: peakCount }, (_, index) => {
		let most = 0;
		for (let at = Math.floor(index * stretch); at < Math.floor((index + 1) * stretch); at++) {
			most = Math.max(most, Math.abs(samples[at] ?? 0));
		}
		return most;
	});
	const loudest = Math.max(...peaks);
	return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest);
}

/** A path of bars as far as `share` (0 to 1) of the sound; a flat line while there is no outline. */
export function wavePath(peaks: number[] | null, share: number): string {
	const count = Math.round(peakCount * share);
	return Array.from({ length: count }, (_, index) => {
		const height = Math.max(2, (peaks?.[index] ?? 0) * heightUnits);
		return `M${index + 0.2} ${(heightUnits - height) / 2}h.6v${height}h-.6z`;
	}).join("");
}
