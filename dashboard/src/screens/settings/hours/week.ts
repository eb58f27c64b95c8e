import { weekdays } from "@cloudpbx/contracts/words/hours-words";
import { html, nothing } from "lit-html";
import { ordinaryWeek, repeatMonday, setDay } from "../../../domain/hours-form.ts";
import { buttonView } from "../../../parts/button.ts";
import { intervalsView } from "../../../parts/hours/intervals.ts";
import { segmentedChoice } from "../../../parts/lists/segments.ts";
import type { View } from "../../../parts/view.ts";
import { formatIntervals, formatWeekday } from "../../../words/week.ts";
import type { HoursForm } from "./form.ts";

export function weekView(form: HoursForm): View {
	const { week } = form.data;
	const isAlways = Object.keys(week).length === 0;
	const firstWeek = () => (Object.keys(form.stored.week).length > 0 ? form.stored.week : ordinaryWeek());
	return html`
		<section class="group-section">
			<h2 class="group-title">Week</h2>
			${
				form.readOnly === null
					? html`<div class="hours-choice">
							${segmentedChoice({
								label: "Open",
								name: "hours-week",
								value: isAlways ? "always" : "week",
								choices: { always: "Always Open", week: "By the Week" },
								onChange: (value) => form.set("week", value === "always" ? {} : firstWeek()),
							})}
						</div>`
					: nothing
			}
			${isAlways ? alwaysView() : daysView(form)}
		</section>
	`;
}

function alwaysView(): View {
	return html`<p class="hours-note">Open day and night, except on the days below.</p>`;
}

function daysView(form: HoursForm): View {
	const { week } = form.data;
	return html`
		<div class="settings-group">
			${weekdays.map((day) => {
				const intervals = week[day] ?? [];
				const name = formatWeekday(day);
				return html`
					<div class="setting hours-day" role="group" aria-label=${name}>
						<span class="setting-label">${name}</span>
						${
							form.readOnly === null
								? intervalsView({
										id: `hours-${day}`,
										day: name,
										intervals,
										error: form.errorOf(`week.${day}`),
										onChange: (next) => form.set("week", setDay(week, day, next)),
									})
								: html`<span class="setting-value">${formatIntervals(intervals)}</span>`
						}
					</div>
				`;
			})}
		</div>
		${
			form.readOnly === null
				? html`<div class="group-footer">
						${buttonView({
							label: `Use ${formatWeekday("monday")}’s Hours Through ${formatWeekday("friday")}`,
							style: "plain",
							onPress: () => form.set("week", repeatMonday(week)),
						})}
					</div>`
				: nothing
		}
	`;
}
