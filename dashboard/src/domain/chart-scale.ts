/** The smallest round number above all values, and its grid lines. Bars begin at zero. */
export function scaleOf(most: number): { top: number; lines: number[] } {
	if (most <= 0) return { top: 1, lines: [0, 1] };
	const rough = most / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = Math.max(
		[1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough,
		1,
	);
	const whole = Math.ceil(step);
	const count = Math.ceil(most / whole);
	return { top: whole * count, lines: Array.from({ length: count + 1 }, (_, index) => index * whole) };
}

/** A shade from 0 (nothing) to `levels`. Every positive value has at least the first shade. */
export function levelOf(value: number, most: number, levels: number): number {
	if (value <= 0 || most <= 0) return 0;
	return Math.max(1, Math.min(levels, Math.ceil((value / most) * levels)));
}
