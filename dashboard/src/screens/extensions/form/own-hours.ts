import "../../../parts/forms/kept-form.css";
import type { DestinationHours, Week } from "@cloudpbx/contracts/office/hours";
import { weekdays } from "@cloudpbx/contracts/words/hours-words";
import { html, nothing } from "lit-html";
import { findIntervalFault, ordinaryWeek, setDay } from "../../../domain/hours-form.ts";
import { selectView } from "../../../parts/forms/field.ts";
import { intervalsView } from "../../../parts/hours/intervals.ts";
import type { View } from "../../../parts/view.ts";
import { formatWeek, formatWeekday } from "../../../words/week.ts";

const choices = [
	{ value: "company", label: "When the company is open" },
	{ value: "own", label: "In hours of its own" },
	{ value: "always", label: "Always" },
];

/** Outside of these hours callers reach the voicemail at once. */
export function ownHoursView(options: {
	hours: DestinationHours;
	error: (field: string) => string | undefined;
	onChange: (hours: DestinationHours) => void;
}): View {
	const { error, hours, onChange } = options;
	const own = hours === null || hours === "always" ? null : hours;
	return html`
		${selectView({
			label: "Takes Calls",
			name: "hours",
			value: own ? "own" : (hours ?? "company") === "always" ? "always" : "company",
			choices,
			hint: "At other times callers leave a message. The company’s holidays and exceptions apply to own hours, too.",
			error: error("hours"),
			onInput: (value) =>
				onChange(value === "company" ? null : value === "always" ? value : { week: ordinaryWeek() }),
		})}
		${own ? weekView(own.week, error, (week) => onChange({ ...own, week })) : nothing}
	`;
}

function weekView(
	week: Week,
	error: (field: string) => string | undefined,
	onChange: (week: Week) => void,
): View {
	return html`
		<div class="settings-group extensions-week">
			${weekdays.map((day) => {
				const name = formatWeekday(day);
				const intervals = week[day] ?? [];
				return html`
					<div class="setting hours-day" role="group" aria-label=${name}>
						<span class="setting-label">${name}</span>
						${intervalsView({
							id: `hours-${day}`,
							day: name,
							intervals,
							error: findIntervalFault(intervals) ?? error(`hours.week.${day}`),
							onChange: (next) => onChange(setDay(week, day, next)),
						})}
					</div>
				`;
			})}
		</div>
	`;
}

export function formatOwnHours(hours: DestinationHours): string {
	if (hours === null) return "When the company is open";
	return hours === "always" ? "Always" : formatWeek(hours.week);
}

/** The fault in words; null: none. */
export function findHoursFault(hours: DestinationHours): string | null {
	if (hours === null || hours === "always") return null;
	return (
		weekdays.map((day) => findIntervalFault(hours.week[day] ?? [])).find((fault) => fault !== null) ?? null
	);
}
