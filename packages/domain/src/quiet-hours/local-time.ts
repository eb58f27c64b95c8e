import { memoize } from "../memoize.ts";
import { minuteMilliseconds } from "../time-units.ts";

/** Since 2011 every clock change has happened at a full quarter of an hour in UTC. */
const quarterMinutes = 15;
const cachedMax = 1000;

/** Minutes ahead of UTC in a quarter of an hour, counted since 1970. */
type Clock = (quarter: number) => number;

interface LocalTime {
	weekday: number;
	minuteOfDay: number;
}

/** Asking the runtime is expensive, so other texts are refused first. */
const nameForm = /^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/;

const findClock = createClocks();

/** True for a name of the IANA time zone database that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
	return findClock(timeZone) !== null;
}

/** Reads the zone's clock at a minute since 1970 in UTC. */
export function readLocalTime(timeZone: string, minute: number): LocalTime {
	const local = minute + readOffsetMinutes(timeZone, minute);
	const day = Math.floor(local / 1440);
	return { weekday: (((day + 4) % 7) + 7) % 7, minuteOfDay: local - day * 1440 };
}

/** Minutes ahead of UTC at a minute since 1970 in UTC. Throws a RangeError for an unknown zone. */
export function readOffsetMinutes(timeZone: string, minute: number): number {
	const clock = findClock(timeZone);
	if (!clock) throw new RangeError(`Unknown time zone: ${timeZone}`);
	return clock(Math.floor(minute / quarterMinutes));
}

/** A formatter costs thirty times as much to make as to use. */
function createClocks(): (timeZone: string) => Clock | null {
	const clocks = new Map<string, Clock>();
	const unknownNames = new Set<string>();
	return (timeZone) => {
		const known = clocks.get(timeZone);
		if (known !== undefined) return known;
		if (!nameForm.test(timeZone) || unknownNames.has(timeZone)) return null;
		const clock = makeClock(timeZone);
		const names = clock ? clocks : unknownNames;
		if (names.size >= cachedMax) names.clear();
		if (clock) clocks.set(timeZone, clock);
		else unknownNames.add(timeZone);
		return clock;
	};
}

function makeClock(timeZone: string): Clock | null {
	try {
		const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
		return memoize((quarter: number) => readOffset(format, quarter), cachedMax);
	} catch {
		return null;
	}
}

function readOffset(format: Intl.DateTimeFormat, quarter: number): number {
	const text = format.format(quarter * quarterMinutes * minuteMilliseconds);
	const [, sign, hours = 0, minutes = 0] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
	return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
