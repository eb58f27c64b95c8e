import type { Hours } from "@cloudpbx/contracts/office/hours";
import { readOffsetMinutes } from "../quiet-hours/local-time.ts";
import { minuteMilliseconds } from "../time-units.ts";
import { minutesOfDay } from "./days.ts";
import { getClockChange } from "./get-clock-change.ts";
import { type DayPlan, type PlanDay, planDays } from "./plan-day.ts";

export interface Opening {
	isOpen: boolean;
	/** The deciding exception or holiday, `override`, or null: the week. */
	because: string | null;
	/** The next change of `isOpen`; null: not within a year. */
	until: Date | null;
	greeting: string | null;
}

const horizonMinutes = 366 * minutesOfDay;

/** Open means that the zone's clocks show a minute of an interval. Throws a RangeError for an unknown time zone. */
export function decideOpening(hours: Hours, timeZone: string, at: Date): Opening {
	const planDay = planDays(hours);
	const minute = Math.floor(at.getTime() / minuteMilliseconds);
	const calendar = { planDay, timeZone, horizon: minute + horizonMinutes };
	const state = decideOpenNow(hours, timeZone, at);
	if (state.because === overrideName && hours.override) {
		const until = findChangeAfter(Date.parse(hours.override.until), state.isOpen, calendar);
		return { ...state, until };
	}
	const next = findChange(minute, state.isOpen, calendar);
	return { ...state, until: next === null ? null : new Date(next * minuteMilliseconds) };
}

/** The same without the next change, which calls do not need. */
export function decideOpenNow(hours: Hours, timeZone: string, at: Date): Omit<Opening, "until"> {
	const { override, closed } = hours;
	if (override && at.getTime() < Date.parse(override.until)) {
		const isOpen = override.state === "open";
		return { isOpen, because: overrideName, greeting: greetingOf(override, isOpen, closed) };
	}
	const plan = planAt(planDays(hours), timeZone, Math.floor(at.getTime() / minuteMilliseconds));
	return { isOpen: plan.isOpen, because: plan.because, greeting: greetingOf(plan, plan.isOpen, closed) };
}

const overrideName = "override";

function greetingOf(rule: { greeting: string | null }, isOpen: boolean, closed: Hours["closed"]) {
	return rule.greeting || (isOpen ? null : closed.greeting || null);
}

interface Calendar {
	planDay: PlanDay;
	timeZone: string;
	horizon: number;
}

/** The state may go on after an override's end (milliseconds). */
function findChangeAfter(end: number, wasOpen: boolean, calendar: Calendar): Date | null {
	const minute = Math.floor(end / minuteMilliseconds);
	if (minute >= calendar.horizon) return null;
	if (planAt(calendar.planDay, calendar.timeZone, minute).isOpen !== wasOpen) return new Date(end);
	const next = findChange(minute, wasOpen, calendar);
	return next === null ? null : new Date(next * minuteMilliseconds);
}

function planAt(planDay: PlanDay, timeZone: string, minute: number): DayPlan & { isOpen: boolean } {
	const local = minute + readOffsetMinutes(timeZone, minute);
	const day = Math.floor(local / minutesOfDay);
	const plan = planDay(day);
	return {
		...plan,
		isOpen: findMinute(plan, local - day * minutesOfDay, true) === local - day * minutesOfDay,
	};
}

/** Returns the next minute since 1970 with another state; null: none before the horizon. */
function findChange(from: number, wasOpen: boolean, { planDay, timeZone, horizon }: Calendar): number | null {
	let minute = from;
	while (minute < horizon) {
		const offset = readOffsetMinutes(timeZone, minute);
		const end = Math.min(horizon, getClockChange(timeZone, minute));
		for (let local = minute + offset; local < end + offset; ) {
			const day = Math.floor(local / minutesOfDay);
			const found = findMinute(planDay(day), local - day * minutesOfDay, !wasOpen);
			if (found !== null) {
				const change = day * minutesOfDay + found - offset;
				if (change < end) return change;
				break;
			}
			local = (day + 1) * minutesOfDay;
		}
		minute = end;
	}
	return null;
}

/** Returns the first minute of the day, from `from` on, in the wanted state. */
function findMinute({ intervals }: DayPlan, from: number, isOpen: boolean): number | null {
	if (isOpen) {
		const interval = intervals.find(([, end]) => end > from);
		return interval ? Math.max(interval[0], from) : null;
	}
	let minute = from;
	for (const [start, end] of intervals) if (start <= minute && minute < end) minute = end;
	return minute < minutesOfDay ? minute : null;
}
