import { dayMilliseconds } from "@cloudpbx/domain/time-units";

type Instant = string | number | Date;

const cache = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = JSON.stringify(options);
	const known = cache.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat(undefined, options);
	cache.set(key, made);
	return made;
}

/** "9:41 AM". */
export function formatClock(at: Instant, timeZone?: string): string {
	return format({ hour: "numeric", minute: "2-digit", timeZone }).format(new Date(at));
}

/** "Today", "Yesterday", "Tuesday", "12 November", with another year than now's. For headings. */
export function formatDay(at: Instant, now: Instant, timeZone?: string): string {
	const days = daysBetween(at, now, timeZone);
	if (days === 0) return "Today";
	if (days === 1) return "Yesterday";
	if (days > 1 && days < 7) return format({ weekday: "long", timeZone }).format(new Date(at));
	const isThisYear = yearOf(at, timeZone) === yearOf(now, timeZone);
	const year = isThisYear ? undefined : "numeric";
	return format({ day: "numeric", month: "long", year, timeZone }).format(new Date(at));
}

/** For rows: the time today, "Yesterday", the weekday this week, the date before. */
export function formatListTime(at: Instant, now: Instant): string {
	const days = daysBetween(at, now);
	if (days <= 0) return formatClock(at);
	if (days === 1) return "Yesterday";
	if (days < 7) return format({ weekday: "short" }).format(new Date(at));
	const year = yearOf(at) === yearOf(now) ? undefined : "numeric";
	return format({ day: "numeric", month: "short", year }).format(new Date(at));
}

/** "Sunday, November 29, 2026 at 9:41 AM". */
export function formatMoment(at: Instant, timeZone?: string): string {
	return format({ dateStyle: "full", timeStyle: "short", timeZone }).format(new Date(at));
}

/** "just now", "12 min", "3 hr", "2 days". */
export function formatAge(at: Instant, now: Instant): string {
	const minutes = Math.floor((Number(new Date(now)) - Number(new Date(at))) / 60_000);
	if (minutes < 1) return "just now";
	if (minutes < 60) return unit(minutes, "minute");
	if (minutes < 60 * 24) return unit(Math.floor(minutes / 60), "hour");
	return unit(Math.floor(minutes / 60 / 24), "day");
}

/** "Nov 23 – 29, 2026" for the company's days. Instants are written in its zone, with their time. */
export function formatDates(from: string | null, to: string | null, timeZone: string): string {
	const isDays = [from, to].every((end) => end === null || end.length === 10);
	const formatter = format(
		isDays ? { dateStyle: "medium", timeZone: "UTC" } : { dateStyle: "medium", timeStyle: "short", timeZone },
	);
	const [start, end] = [from, to].map((text) => (text === null ? null : new Date(text)));
	if ([start, end].some((at) => at && Number.isNaN(at.getTime())))
		return [from, to].filter(Boolean).join(" – ");
	if (start && end) return formatter.formatRange(start, end);
	if (start) return `From ${formatter.format(start)}`;
	return end ? `Up to ${formatter.format(end)}` : "";
}

/** "1:05". */
export function formatSeconds(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor((whole % 3600) / 60);
	const rest = String(whole % 60).padStart(2, "0");
	return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** "1 min 5 sec", for sentences and screen readers. */
export function formatDuration(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const parts = [
		[Math.floor(whole / 3600), "hour"],
		[Math.floor((whole % 3600) / 60), "minute"],
		[whole % 60, "second"],
	] as const;
	const written = parts.filter(([value]) => value > 0).map(([value, name]) => unit(value, name));
	return written.length > 0 ? written.join(" ") : unit(0, "second");
}

export function formatMilliseconds(milliseconds: number): string {
	return milliseconds < 1000
		? unit(Math.round(milliseconds), "millisecond")
		: unit(Math.round(milliseconds / 100) / 10, "second");
}

/** "21 hr 21 min". */
export function formatLongDuration(seconds: number): string {
	return formatDuration(seconds < 600 ? seconds : Math.round(seconds / 60) * 60);
}

function unit(value: number, name: "millisecond" | "second" | "minute" | "hour" | "day"): string {
	return new Intl.NumberFormat(undefined, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
}

/** Calendar days, not hours. */
function daysBetween(at: Instant, now: Instant, timeZone?: string): number {
	return Math.round((dayNumber(now, timeZone) - dayNumber(at, timeZone)) / dayMilliseconds);
}

function dayNumber(at: Instant, timeZone?: string): number {
	const [year, month, day] = isoDay(at, timeZone).split("-").map(Number);
	return Date.UTC(year ?? 0, (month ?? 1) - 1, day);
}

/** "2026-11-29". */
export function isoDay(at: Instant, timeZone?: string): string {
	const date = new Date(at);
	if (timeZone === undefined)
		return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
	const parts = isoParts(timeZone).formatToParts(date);
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
	return `${part("year")}-${part("month")}-${part("day")}`;
}

const two = (value: number) => String(value).padStart(2, "0");
const isoFormats = new Map<string, Intl.DateTimeFormat>();

function isoParts(timeZone: string): Intl.DateTimeFormat {
	const known = isoFormats.get(timeZone);
	if (known) return known;
	const made = new Intl.DateTimeFormat("en-CA", {
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		timeZone,
	});
	isoFormats.set(timeZone, made);
	return made;
}

function yearOf(at: Instant, timeZone?: string): string {
	return isoDay(at, timeZone).slice(0, 4);
}

const monday = Date.UTC(2026, 0, 5);

/** 0 is Monday. */
export function formatWeekday(day: number, weekday: "short" | "long"): string {
	return format({ weekday, timeZone: "UTC" }).format(monday + day * dayMilliseconds);
}

export function formatHour(hour: number): string {
	return format({ hour: "numeric", timeZone: "UTC" }).format(monday + hour * 3_600_000);
}

/** "Sun" or "Nov 29" of "2026-11-29". */
export function formatShortDate(date: string, by: "weekday" | "month"): string {
	const options: Intl.DateTimeFormatOptions =
		by === "weekday" ? { weekday: "short" } : { month: "short", day: "numeric" };
	return format({ ...options, timeZone: "UTC" }).format(new Date(date));
}

/** "November 29, 2026". */
export function formatDate(at: Instant): string {
	return format({ dateStyle: "long" }).format(new Date(at));
}

/** "Sunday, November 29". */
export function formatLongDate(date: string): string {
	return format({ weekday: "long", month: "long", day: "numeric", timeZone: "UTC" }).format(new Date(date));
}

/** "Monday, 9 AM to 10 AM". */
export function formatHourOfWeek(weekday: number, hour: number): string {
	return `${formatWeekday(weekday, "long")}, ${formatHour(hour)} to ${formatHour((hour + 1) % 24)}`;
}
