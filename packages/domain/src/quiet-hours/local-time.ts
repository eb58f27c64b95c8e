const minuteMilliseconds = 60_000;
/** Since 2011 every clock change of the world has happened at a full quarter of an hour in UTC. */
const quarterMinutes = 15;
/** Far more than a campaign meets; a cache that is full is begun again. */
const cachedMax = 1000;

interface Clock {
	format: Intl.DateTimeFormat;
	/** Minutes ahead of UTC by quarter of an hour since 1970. */
	offsets: Map<number, number>;
}

interface LocalTime {
	/** 0 is Sunday. */
	weekday: number;
	minuteOfDay: number;
}

/** Words of an area and its places, or one such as `EST`: nothing else is worth what asking the runtime costs. */
const nameForm = /^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/;

const clocks = new Map<string, Clock>();
/** Kept apart, so that a list full of them throws away no clock. */
const unknownNames = new Set<string>();

/** Whether the name is one of the IANA time zone database that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
	return findClock(timeZone) !== null;
}

/** What the clocks of the zone show; the instant is given in minutes since 1970 in UTC. */
export function readLocalTime(timeZone: string, minute: number): LocalTime {
	const local = minute + readOffsetMinutes(timeZone, minute);
	const day = Math.floor(local / 1440);
	// 1 January 1970 was a Thursday.
	return { weekday: (((day + 4) % 7) + 7) % 7, minuteOfDay: local - day * 1440 };
}

/**
 * Minutes that the zone is ahead of UTC; the instant is given in minutes since 1970 in UTC. Throws a RangeError for a name that
 * is no time zone.
 */
export function readOffsetMinutes(timeZone: string, minute: number): number {
	const clock = findClock(timeZone);
	if (!clock) throw new RangeError(`Unknown time zone: ${timeZone}`);
	const quarter = Math.floor(minute / quarterMinutes);
	const known = clock.offsets.get(quarter);
	if (known !== undefined) return known;
	if (clock.offsets.size >= cachedMax) clock.offsets.clear();
	const text = clock.format.format(quarter * quarterMinutes * minuteMilliseconds);
	const [, sign, hours = 0, minutes = 0] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
	const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	clock.offsets.set(quarter, offset);
	return offset;
}

function findClock(timeZone: string): Clock | null {
	const known = clocks.get(timeZone);
	if (known !== undefined) return known;
	if (!nameForm.test(timeZone) || unknownNames.has(timeZone)) return null;
	const clock = makeClock(timeZone);
	const names = clock ? clocks : unknownNames;
	if (names.size >= cachedMax) names.clear();
	if (clock) clocks.set(timeZone, clock);
	else unknownNames.add(timeZone);
	return clock;
}

/** Making a formatter costs some thirty times what using it does, hence the caches. */
function makeClock(timeZone: string): Clock | null {
	try {
		return {
			format: new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }),
			offsets: new Map(),
		};
	} catch {
		return null;
	}
}
