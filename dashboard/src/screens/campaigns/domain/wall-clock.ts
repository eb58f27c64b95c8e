/** The instant of a local time such as "2026-12-01T09:00". A skipped time becomes the one after it. */
export function instantOf(wall: string, timeZone: string): string | null {
	const asUtc = /^\d{4}(-\d\d){2}T\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
	if (Number.isNaN(asUtc)) return null;
	const first = asUtc - offsetAt(asUtc, timeZone);
	// The offset may differ between the two instants.
	const second = asUtc - offsetAt(first, timeZone);
	const instant = offsetAt(second, timeZone) === offsetAt(first, timeZone) ? second : Math.max(first, second);
	return new Date(instant).toISOString();
}

export function wallOf(instant: string, timeZone: string): string {
	const at = Date.parse(instant);
	return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

function offsetAt(at: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat("en-US", {
		timeZone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	}).formatToParts(at);
	const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
	return shown - Math.floor(at / 1000) * 1000;
}
