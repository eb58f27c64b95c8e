import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { extensionNames } from "../../../api/extension-names.ts";
import { use } from "../../../api/resource.ts";
import type { Choice } from "../../../parts/forms/field.ts";
import { choiceSetting, numberSetting, settingsGroup, textSetting } from "../../../parts/forms/setting.ts";
import { can } from "../../../session/session.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { callerPreviewView } from "../caller-preview.ts";
import { settingsFormPage } from "../company-settings.ts";
import { formatLanguage, languageChoices } from "./languages.ts";

function operatorChoices(current: string | null): Choice[] {
	const names = [...((can("extensions:read") && use(extensionNames).data) || [])].sort();
	const isKnown = current === null || names.some(([keys]) => keys === current);
	return [
		{ value: "", label: "Nobody" },
		...names.map(([keys, name]) => ({ value: keys, label: `${keys} ${name}` })),
		...(isKnown ? [] : [{ value: current, label: current }]),
	];
}

export const page = settingsFormPage({
	name: "calls",
	names: {
		ringSeconds: "Ring a person for",
		keyWaitSeconds: "Wait for keys",
		voicemailMaxSeconds: "Longest message",
		voicemailLanguage: "Language of messages",
		transcriptLateSeconds: "Wait for the carrier’s transcript",
		fallbackNumber: "Emergency number",
		operator: "Operator",
	},
	write(field, value) {
		if (field === "fallbackNumber") return value === null ? "" : formatNumber(String(value));
		if (field === "operator") return value === null ? "" : String(value);
		return field === "voicemailLanguage" ? formatLanguage(String(value)) : `${value} sec`;
	},
	fields: (form) => [
		settingsGroup({
			title: "Calls",
			rows: [
				numberSetting(form, "ringSeconds", {
					label: "Ring a person for",
					unit: "sec",
					hint: "Nobody answers: voicemail begins. 20 seconds are about four rings, and the carrier adds up to 5.",
				}),
				numberSetting(form, "keyWaitSeconds", {
					label: "Wait for keys",
					unit: "sec",
					hint: "For a key after the menu, and for the other digits of an extension. A single 0 or 9 counts after one second.",
				}),
				choiceSetting(form, "operator", {
					label: "Operator",
					choices: operatorChoices(form.data.operator),
					value: form.data.operator ?? "",
					onChoose: (keys) => form.set("operator", keys || null),
					isWaitedFor: true,

					hint: "The extension that “operator” and “a human” reach, even if its keys change. Without one, callers are offered departments.",
				}),
				textSetting(form, "fallbackNumber", {
					label: "Emergency number",
					type: "tel",
					isNullable: true,
					placeholder: "None",
					hint: "Rings when the system cannot read its data. The person who picks up presses 1. Without one, callers leave a message.",
				}),
			],
		}),
		settingsGroup({
			title: "Voicemail",
			rows: [
				numberSetting(form, "voicemailMaxSeconds", {
					label: "Longest message",
					unit: "sec",
					hint: "The carrier transcribes up to 120 seconds. Whisper transcribes longer messages.",
				}),
				choiceSetting(form, "voicemailLanguage", {
					label: "Language of messages",
					choices: languageChoices(form.data.voicemailLanguage),
					hint: "The language of callers, unless they spoke another one with the receptionist. The carrier transcribes English only; Whisper transcribes the rest.",
				}),
				numberSetting(form, "transcriptLateSeconds", {
					label: "Wait for the carrier’s transcript",
					unit: "sec",
					hint: "After that, Whisper transcribes the message.",
				}),
			],
		}),
		callerPreviewView({
			title: "Callers hear when Jane does not answer",
			words: speakIn(form.data.voicemailLanguage).words.leaveMessage("Jane"),
		}),
	],
});
