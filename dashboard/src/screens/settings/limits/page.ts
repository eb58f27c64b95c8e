import { html } from "lit-html";
import { numberSetting, settingsGroup, textSetting } from "../../../parts/forms/setting.ts";
import { settingsFormPage } from "../company-settings.ts";
import { findCountryFault, formatCountries, readCountries } from "./countries.ts";

const names = {
	callCountries: "Countries",
	personTextsPerHour: "Texts of a person",
	keyTextsPerHour: "Texts of an API key",
	companyTextsPerHour: "Texts of all people and keys",
	assistantTextsPerHour: "Texts of the assistant",
	callsOutAtOnce: "Calls out at the same time",
	callsOutPerHour: "Calls out",
} as const;
const unit = "an hour";

export const page = settingsFormPage({
	name: "limits",
	names,
	write: (field, value) => {
		if (field === "callCountries") return formatCountries(value);
		return field === "callsOutAtOnce" ? String(value) : `${value} ${unit}`;
	},
	findFaults({ callCountries }): Record<string, string> {
		const fault = callCountries === undefined ? null : findCountryFault(callCountries);
		return fault === null ? {} : { callCountries: fault };
	},
	read: (values) =>
		values.callCountries === undefined
			? values
			: { ...values, callCountries: readCountries(values.callCountries) },
	fields: (form) => [
		settingsGroup({
			title: "Countries",
			rows: [
				textSetting(form, "callCountries", {
					label: "May be called and texted",
					placeholder: "None",
					hint: html`${formatCountries(form.data.callCountries) || "No country"}. Two letters each, such as US, CA or GB.`,
				}),
			],
			footer: html`Nobody can call or text numbers of other countries, or premium-rate numbers. The islands that
				share +1, such as JM for Jamaica, are countries of their own: calls there cost as much as calls abroad.`,
		}),
		settingsGroup({
			title: "Ceilings",
			rows: [
				numberSetting(form, "personTextsPerHour", { label: names.personTextsPerHour, unit }),
				numberSetting(form, "keyTextsPerHour", { label: names.keyTextsPerHour, unit }),
				numberSetting(form, "companyTextsPerHour", { label: names.companyTextsPerHour, unit }),
				numberSetting(form, "assistantTextsPerHour", { label: names.assistantTextsPerHour, unit }),
			],
			footer: html`They limit the damage of a stolen session or key, and of two machines that answer each other. Campaigns have their own rate.`,
		}),
		settingsGroup({
			title: "Calls Out",
			rows: [
				numberSetting(form, "callsOutAtOnce", { label: names.callsOutAtOnce, unit: "calls" }),
				numberSetting(form, "callsOutPerHour", { label: names.callsOutPerHour, unit }),
			],
			footer: html`Of the whole company. 0 switches calls out off. Incoming calls that are put through to telephones
				are not counted, so no caller is cut off.`,
		}),
	],
});
