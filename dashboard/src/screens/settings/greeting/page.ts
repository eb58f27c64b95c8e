import { settingLengths } from "@cloudpbx/contracts/words/setting-limits";
import { phrases } from "@cloudpbx/domain/phrases";
import { linesSetting, settingsGroup } from "../../../parts/setting.ts";
import { settingsFormPage } from "../company-settings.ts";
import { heardView } from "../heard.ts";
import { writeRoom } from "../write-room.ts";

export const page = settingsFormPage({
	name: "greeting",
	names: { greeting: "Greeting" },
	fields: (form) => [
		settingsGroup({
			rows: [
				linesSetting(form, "greeting", {
					label: "Greeting",
					hint: writeRoom(form.data.greeting, settingLengths.greeting),
					maxLength: settingLengths.greeting,
					rows: 4,
					placeholder: "Our offices are closed on Friday.",
				}),
			],
			footer:
				"Spoken to everybody who calls a number of the company, between its name and the keys. Callers who call a person’s own number do not hear it. Saved, the next caller hears it.",
		}),
		heardView({
			title: "Callers hear",
			words: phrases.menu({ ...form.data, greeting: form.data.greeting.trim(), hasExtensions: true }),
		}),
	],
});
