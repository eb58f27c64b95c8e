const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export interface ShownTime {
	weekday: number;
	hour: number;
	minute: number;
}

export function showTime(timeZone: string, instant: Date): ShownTime {
	const format =
		formats.get(timeZone) ??
		new Intl.DateTimeFormat("en-US", {
			timeZone,
			weekday: "short",
			hour: "numeric",
			minute: "numeric",
			hourCycle: "h23",
		});
	formats.set(timeZone, format);
	const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
	return {
		weekday: weekdays.indexOf(parts.get("weekday") ?? ""),
		hour: Number(parts.get("hour")),
		minute: Number(parts.get("minute")),
	};
}

export function* listMinutes(from: string, until: string): Generator<Date> {
	for (let at = Date.parse(from); at < Date.parse(until); at += 60_000) yield new Date(at);
}
