import type { Hours, HoursException, Interval } from "@cloudpbx/contracts/office/hours";
import { weekdays } from "@cloudpbx/contracts/words/hours-words";

export function describeHours(hours: Hours): Record<string, string> {
	const { week, exceptions, holidays, override, closed } = hours;
	const isAlwaysOpen = Object.keys(week).length === 0;
	const days = weekdays.map((day): [string, string] => [
		day,
		isAlwaysOpen ? "always open" : writeIntervals(week[day] ?? []),
	]);
	return {
		...Object.fromEntries(days),
		exceptions: exceptions.map(writeException).join("; ") || "none",
		holidays: holidays.names.length > 0 ? `${holidays.country}: ${holidays.names.join("; ")}` : "none",
		override: override
			? `${override.state} until ${override.until}${writeGreeting(override.greeting)}`
			: "none",
		closedGreeting: closed.greeting || "none",
		closedThen: writeClosed(closed),
	};
}

function writeException({ name, from, to, intervals, greeting }: HoursException): string {
	const days = from === to ? from : `${from} to ${to}`;
	return `${name} (${days}): ${writeIntervals(intervals)}${writeGreeting(greeting)}`;
}

function writeIntervals(intervals: readonly Interval[]): string {
	return intervals.map(([start, end]) => `${start}–${end}`).join(", ") || "closed";
}

function writeGreeting(greeting: string | null): string {
	return greeting ? `, “${greeting}”` : "";
}

function writeClosed({ then, extension, number }: Hours["closed"]): string {
	if (then === "voicemail") return `voicemail of ${extension}`;
	return then === "number" ? `number ${number}` : then;
}
