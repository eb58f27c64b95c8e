export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = Math.floor(sorted.length / 2);
	if (sorted.length % 2 === 1) return sorted[upper] ?? Number.NaN;
	return ((sorted[upper - 1] ?? Number.NaN) + (sorted[upper] ?? Number.NaN)) / 2;
}
