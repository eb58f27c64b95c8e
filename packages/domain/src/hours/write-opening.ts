import type { Hours } from "@cloudpbx/contracts/office/hours";
import { readOffsetMinutes } from "../quiet-hours/local-time.ts";
import { minutesOfDay, weekdayOf } from "./days.ts";
import { decideOpening } from "./decide-opening.ts";
import { type DayPlan, type PlanDay, planDays } from "./plan-day.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = "January February March April May June July August September October November December".split(
	" ",
);
const daysAhead = 30;

/** Writes the hours in English for a prompt; empty when the owner has set nothing. */
export function writeOpening(hours: Hours, timeZone: string, at: Date): string {
	const planDay = planDays(hours);
	const today = localDay(timeZone, at);
	const special = writeSpecialDays(planDay, today);
	const { isOpen, because, until } = decideOpening(hours, timeZone, at);
	const hasWeek = Object.keys(hours.week).length > 0;
	if (!hasWeek && because === null && special.length === 0) return "";
	const reason = because === null || because === "override" ? "" : ` (${because})`;
	const change = until && writeInstant(timeZone, until, today);
	const next = isOpen ? `, and closes ${change}` : `, and opens ${change}`;
	return [
		`Now it is ${writeDay(today)}, ${writeTime(timeZone, at)}.`,
		`The company is ${isOpen ? "open" : "closed"} now${reason}${change ? next : ""}.`,
		...(hasWeek ? [`In a usual week: ${writeWeek(hours.week)}.`] : []),
		...(special.length > 0 ? [`Otherwise: ${special.join("; ")}.`] : []),
	].join(" ");
}

/** "today at 5 PM", "on Monday, January 4 at 9:30 AM"; null: not within a year. */
export function writeNextChange(hours: Hours, timeZone: string, at: Date): string | null {
	const { until } = decideOpening(hours, timeZone, at);
	if (until === null) return null;
	const ahead = localDay(timeZone, until) - localDay(timeZone, at);
	const time = sayTime(timeZone, until);
	if (ahead === 0) return `today at ${time}`;
	if (ahead === 1) return `tomorrow at ${time}`;
	const day = localDay(timeZone, until);
	return `on ${ahead < 7 ? weekdays[weekdayOf(day)] : writeDay(day)} at ${time}`;
}

function sayTime(timeZone: string, instant: Date): string {
	const [hour = 0, minute = 0] = writeTime(timeZone, instant).split(":").map(Number);
	if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "noon";
	const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
	return `${hour % 12 || 12}${minutes} ${hour < 12 ? "AM" : "PM"}`;
}

function writeSpecialDays(planDay: PlanDay, today: number): string[] {
	return Array.from({ length: daysAhead }, (_, index) => today + index).flatMap((day) => {
		const plan = planDay(day);
		return plan.because === null ? [] : [`${writeDay(day)} ${writeIntervals(plan)} (${plan.because})`];
	});
}

function writeWeek(week: Hours["week"]): string {
	const planDay = planDays({ week, exceptions: [], holidays: { country: null, names: [] } });
	const days = Array.from({ length: 7 }, (_, index) => ({
		name: weekdays[weekdayOf(4 + index)] ?? "",
		text: writeIntervals(planDay(4 + index)),
	}));
	const runs: { first: string; last: string; text: string }[] = [];
	for (const { name, text } of days) {
		const run = runs.at(-1);
		if (run?.text === text) run.last = name;
		else runs.push({ first: name, last: name, text });
	}
	return runs
		.map(({ first, last, text }) => `${first === last ? first : `${first} to ${last}`} ${text}`)
		.join("; ");
}

function writeIntervals({ intervals }: DayPlan): string {
	return (
		intervals.map(([start, end]) => `${writeMinute(start)} to ${writeMinute(end)}`).join(" and ") || "closed"
	);
}

function writeInstant(timeZone: string, instant: Date, today: number): string {
	const day = localDay(timeZone, instant);
	const time = writeTime(timeZone, instant);
	return day === today ? `today at ${time}` : `on ${writeDay(day)} at ${time}`;
}

function writeDay(day: number): string {
	const date = new Date(day * minutesOfDay * 60_000);
	return `${weekdays[weekdayOf(day)]}, ${months[date.getUTCMonth()]} ${date.getUTCDate()}`;
}

function writeTime(timeZone: string, instant: Date): string {
	const local = localMinute(timeZone, instant);
	return writeMinute(local - Math.floor(local / minutesOfDay) * minutesOfDay);
}

function writeMinute(minute: number): string {
	return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function localDay(timeZone: string, instant: Date): number {
	return Math.floor(localMinute(timeZone, instant) / minutesOfDay);
}

function localMinute(timeZone: string, instant: Date): number {
	const minute = Math.floor(instant.getTime() / 60_000);
	return minute + readOffsetMinutes(timeZone, minute);
}
