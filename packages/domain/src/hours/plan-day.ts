import type { Hours, Interval } from "@cloudpbx/contracts/office/hours";
import { dayOfDate, minutesOfDay, weekdayOf } from "./days.ts";
import { listHolidaysOn } from "./holidays.ts";

export interface DayPlan {
	/** Minutes of the day, sorted, apart; the end is exclusive. */
	intervals: readonly (readonly [start: number, end: number])[];
	because: string | null;
	greeting: string | null;
}

export type PlanDay = (day: number) => DayPlan;

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** An exception wins over a holiday, a holiday over the week. Ignores the override. */
export function planDays({ week, exceptions, holidays }: Omit<Hours, "override" | "closed">): PlanDay {
	const dated = rankExceptions(exceptions);
	const weekPlans = weekdays.map((name) => ({
		intervals: Object.keys(week).length === 0 ? wholeDay : readIntervals(week[name] ?? []),
		because: null,
		greeting: null,
	}));
	const { country, names } = holidays;
	return (day) => {
		const exception = dated.find(({ from, to }) => from <= day && day <= to);
		if (exception) return exception.plan;
		const kept = country && names.length > 0 ? listHolidaysOn(country, day) : [];
		const holiday = kept.find((name) => names.includes(name));
		if (holiday !== undefined) return { intervals: [], because: holiday, greeting: null };
		return weekPlans[weekdayOf(day)] ?? { intervals: [], because: null, greeting: null };
	};
}

const wholeDay = [[0, minutesOfDay]] as const;

/** Among exceptions of a day the shortest wins, then the last listed. */
function rankExceptions(exceptions: Hours["exceptions"]) {
	return exceptions
		.map(({ name, from, to, intervals, greeting }) => ({
			from: dayOfDate(from),
			to: dayOfDate(to),
			plan: { intervals: readIntervals(intervals), because: name, greeting: greeting || null },
		}))
		.reverse()
		.sort((one, other) => one.to - one.from - (other.to - other.from));
}

function readIntervals(intervals: readonly Interval[]): DayPlan["intervals"] {
	return intervals
		.map(([start, end]) => [readMinute(start), readMinute(end)] as const)
		.sort(([one], [other]) => one - other);
}

function readMinute(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
