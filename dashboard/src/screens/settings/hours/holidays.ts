import type { Holidays } from "@cloudpbx/contracts/office/hours";
import { type HolidayCountry, holidayCountries, holidayNames } from "@cloudpbx/contracts/words/hours-words";
import { listHolidays } from "@cloudpbx/domain/hours/holidays";
import { html, nothing } from "lit-html";
import { checkboxView, selectView } from "../../../parts/forms/field.ts";
import type { View } from "../../../parts/view.ts";
import { formatDate } from "../../../words/week.ts";
import type { HoursForm } from "./form.ts";

const countryWords: Record<HolidayCountry, string> = { US: "United States", CA: "Canada" };

export function holidaysView(form: HoursForm, today: string): View {
	const { country, names } = form.data.holidays;
	const set = (holidays: Holidays) => form.set("holidays", holidays);
	return html`
		<section class="group-section">
			<h2 class="group-title">Holidays</h2>
			<fieldset class="settings-group hours-fields" ?disabled=${form.readOnly !== null}>
				<legend class="visually-hidden">Holidays</legend>
				${selectView({
					label: "Holidays of",
					name: "holiday-country",
					value: country ?? "",
					choices: [
						{ value: "", label: "No country" },
						...holidayCountries.map((value) => ({ value, label: countryWords[value] })),
					],
					onInput: (value) => {
						const chosen = holidayCountries.find((one) => one === value) ?? null;
						set({ country: chosen, names: chosen ? [...holidayNames[chosen]] : [] });
					},
				})}
				${
					country === null
						? nothing
						: holidayNames[country].map((name) =>
								checkboxView({
									label: html`<span class="hours-holiday">${name}</span> <span class="row-detail">${formatDays(country, name, today)}</span>`,
									name: "holiday",
									value: name,
									isChecked: names.includes(name),
									onChange: (isOn) =>
										set({
											country,
											names: holidayNames[country].filter((one) =>
												one === name ? isOn : names.includes(one),
											),
										}),
								}),
							)
				}
			</fieldset>
			<p class="group-footer">Closed all day, on the observed day too. To be open on a holiday, add an exception for it.</p>
		</section>
	`;
}

/** "Fri, Jul 3, 2026 (observed), Sat, Jul 4, 2026". */
function formatDays(country: HolidayCountry, name: string, today: string): string {
	const year = Number(today.slice(0, 4));
	return [year, year + 1]
		.flatMap((one) => listHolidays(country, one))
		.filter((holiday) => holiday.name === name && holiday.date >= today)
		.map(({ date, isObserved }) => `${formatDate(date)}${isObserved ? " (observed)" : ""}`)
		.join(" · ");
}
