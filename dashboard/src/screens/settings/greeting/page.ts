import type { WholeSettings } from "@cloudpbx/contracts/office/settings";
import { settingLengths } from "@cloudpbx/contracts/words/setting-limits";
import { phrases } from "@cloudpbx/domain/phrases";
import { put } from "../../../api/resource.ts";
import { linesSetting, settingsGroup } from "../../../parts/forms/setting.ts";
import { recordedGreetingView } from "../../../parts/recorded-greeting/recorded-greeting.ts";
import { countTake, takes } from "../../../parts/recorded-greeting/takes.ts";
import { can } from "../../../session/session.ts";
import { callerPreviewView } from "../caller-preview.ts";
import { settingsFormPage, settingsResource } from "../company-settings.ts";
import { formatRoom } from "../format-room.ts";

export const page = settingsFormPage({
	name: "greeting",
	names: { greeting: "Greeting" },
	fields: (form) => [
		settingsGroup({
			rows: [
				linesSetting(form, "greeting", {
					label: "Greeting",
					hint: formatRoom(form.data.greeting, settingLengths.greeting),
					maxLength: settingLengths.greeting,
					rows: 4,
					placeholder: "Our offices are closed on Friday.",
				}),
			],
			footer:
				"Callers of the company’s numbers hear it, between the name and the keys. Callers of a person’s own number do not. Once it is saved, the next caller hears it.",
		}),
		callerPreviewView({
			title: "Callers hear",
			words:
				form.stored.greetingAudio === null
					? phrases.menu({ ...form.data, greeting: form.data.greeting.trim(), hasExtensions: true })
					: `(Your recording.) ${phrases.menuChoices({ ...form.data, hasExtensions: true })}`,
		}),
	],
	below: ({ greetingAudio: audio }) =>
		recordedGreetingView(
			{
				id: "main",
				path: "/api/settings/greeting/audio",
				audio,
				version: takes(),
				title: "Greeting of the main line",
				href: "/settings/greeting",
				fileName: "greeting",
				text: "the company’s name and the greeting, before the keys",
				callers: "Callers of the main line",
				follow(saved) {
					countTake();
					put(settingsResource, saved as WholeSettings);
				},
			},
			can("settings:write"),
		),
});
