import { settingLengths } from "@cloudpbx/contracts/words/setting-limits";
import { linesSetting, settingsGroup } from "../../../parts/forms/setting.ts";
import { settingsFormPage } from "../company-settings.ts";
import { formatRoom } from "../format-room.ts";

export const page = settingsFormPage({
	name: "facts",
	names: { hoursText: "Opening hours", factsText: "Facts" },
	fields: (form) => [
		settingsGroup({
			rows: [
				linesSetting(form, "hoursText", {
					label: "Opening hours",
					hint: formatRoom(form.data.hoursText, settingLengths.hoursText),
					maxLength: settingLengths.hoursText,
					rows: 3,
					placeholder: "Monday to Friday, 9 to 5. Closed on public holidays.",
				}),
			],
			footer: "In plain words, as a person at the front desk would say them.",
		}),
		settingsGroup({
			rows: [
				linesSetting(form, "factsText", {
					label: "Facts",
					hint: formatRoom(form.data.factsText, settingLengths.factsText),
					maxLength: settingLengths.factsText,
					rows: 12,
					placeholder:
						"We are at 12 Main Street, Springfield.\nParking is behind the house.\nA visit costs $90, and the first half hour is free.",
				}),
			],
			footer:
				"One fact per line: the address, prices, parking, what you offer and what you do not. The assistant tells callers and texters only these facts; for anything else it offers a person.",
		}),
	],
});
