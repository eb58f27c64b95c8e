const peakCount = 96;
const heightUnits = 32;
/** Samples read per part. More make no visible difference. */
const samplesPerPartMax = 2000;

/** The loudest sample of each of 96 parts, from 0 to 1, relative to the loudest of all. */
export function outlineOf(samples: ArrayLike<number>): number[] {
	const perPart = Math.max(samples.length / peakCount, 1);
	const step = Math.ceil(perPart / samplesPerPartMax);
	const peaks = Array.from({ length: peakCount }, (_, part) => {
		let peak = 0;
		const end = Math.min(Math.floor((part + 1) * perPart), samples.length);
		for (let index = Math.floor(part * perPart); index < end; index += step) {
			peak = Math.max(peak, Math.abs(samples[index] ?? 0));
		}
		return peak;
	});
	const loudest = Math.max(...peaks);
	return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest);
}

/** A path of bars in a box of 96 × 32; a flat line without an outline. */
export function wavePath(peaks: number[] | null): string {
	if (peaks === null) return `M0 ${heightUnits / 2 - 1}h${peakCount}v2h-${peakCount}z`;
	return peaks
		.map((peak, index) => {
			const height = Math.max(2, peak * heightUnits);
			return `M${index + 0.2} ${((heightUnits - height) / 2).toFixed(1)}h.6v${height.toFixed(1)}h-.6z`;
		})
		.join("");
}
