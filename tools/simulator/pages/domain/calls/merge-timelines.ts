interface Moment {
	atMilliseconds: number;
	label: string;
}

/** Keeps each call's order. At the same millisecond speaking comes before hearing. */
export function mergeTimelines<Line extends Moment>(timelines: readonly (readonly Line[])[]): Line[] {
	const rests = timelines.map((lines) => [...lines]);
	const merged: Line[] = [];
	for (;;) {
		const next = rests
			.filter((rest) => rest.length > 0)
			.reduce<Line[] | null>((best, rest) => (best && !isBefore(rest[0], best[0]) ? best : rest), null);
		const line = next?.shift();
		if (!line) return merged;
		merged.push(line);
	}
}

function isBefore(one: Moment | undefined, other: Moment | undefined): boolean {
	if (!one || !other) return false;
	if (one.atMilliseconds !== other.atMilliseconds) return one.atMilliseconds < other.atMilliseconds;
	return one.label === "Input" && other.label === "Heard";
}
