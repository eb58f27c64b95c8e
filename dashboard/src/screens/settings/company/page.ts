import { phrases } from "@cloudpbx/domain/phrases";
import { choiceSetting, settingsGroup, textSetting } from "../../../parts/forms/setting.ts";
import { formatClock } from "../../../words/times.ts";
import { callerPreviewView } from "../caller-preview.ts";
import { type SettingsForm, settingsFormPage } from "../company-settings.ts";
import { groupTimeZones } from "./group-time-zones.ts";

const zones = Intl.supportedValuesOf("timeZone");

export const page = settingsFormPage({
	name: "company",
	names: { companyName: "Company name", timeZone: "Time zone" },
	findFaults({ companyName }): Record<string, string> {
		const isMissing = companyName !== undefined && String(companyName).trim() === "";
		return isMissing ? { companyName: "Enter a name: callers hear it first." } : {};
	},
	fields: (form) => [
		settingsGroup({
			rows: [
				textSetting(form, "companyName", {
					label: "Company name",
					hint: "Callers hear it first, and the assistant answers in its name.",
					maxLength: 100,
				}),
				choiceSetting(form, "timeZone", {
					label: "Time zone",
					hint: `It is ${formatClock(Date.now(), form.data.timeZone)} there now.`,
					choices: groupTimeZones(zones, form.data.timeZone),
				}),
			],
			footer:
				"Days in lists, figures and schedules are those of this time zone. Quiet hours of campaigns are the recipient’s, wherever the company is.",
		}),
		callerPreviewView({
			title: "Callers hear",
			words: phrases.menu({ ...form.data, companyName: nameOf(form), hasExtensions: true }),
		}),
		callerPreviewView({
			title: "Callers who press 0 hear",
			words: phrases.receptionistGreeting(nameOf(form)),
		}),
	],
});

function nameOf({ data }: SettingsForm): string {
	return data.companyName.trim() || "…";
}
