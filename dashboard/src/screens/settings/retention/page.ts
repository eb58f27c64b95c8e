import { settingLimits } from "@cloudpbx/contracts/words/setting-limits";
import { html, nothing } from "lit-html";
import { peek, use } from "../../../api/resource.ts";
import { checkSetting, choiceSetting, numberSetting, settingsGroup } from "../../../parts/forms/setting.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { type SettingsForm, settingsFormPage } from "../company-settings.ts";
import { expiredResource } from "./expired.ts";
import { describeExpired } from "./expired-words.ts";
import {
	findLowered,
	formatPeriod,
	otherPeriod,
	periodChoices,
	periodOf,
	type RetentionField,
} from "./periods.ts";

export const page = settingsFormPage({
	name: "retention",
	names: {
		recordingRetentionDays: "Voicemail",
		textRetentionDays: "Texts",
		auditRetentionDays: "Audit log",
		isCarrierCopyDeleted: "Delete the carrier’s copy",
		numberGraceDays: "Numbers of former extensions",
	},
	write(field, value) {
		if (field === "isCarrierCopyDeleted") return value === true ? "Yes" : "No";
		return field === "numberGraceDays" ? `${value} days` : formatPeriod(Number(value));
	},
	confirm(form) {
		const lowered = findLowered(form.stored, form.data);
		if (Object.keys(lowered).length === 0) return null;
		const count = peek(expiredResource(lowered));
		const expired = count ? describeExpired(count, lowered) : "what is older";
		if (expired === "") return null;
		return {
			title: "Save and Delete What Is Older?",
			text: `This deletes ${expired}. It cannot be undone.`,
			verb: "Save and Delete",
			busyLabel: "Saving…",
		};
	},
	consequence: loweredView,
	fields: (form) => [
		settingsGroup({
			title: "Keep",
			rows: [
				...periodRows(form, "recordingRetentionDays", "Voicemail"),
				...periodRows(form, "textRetentionDays", "Texts"),
				...periodRows(form, "auditRetentionDays", "Audit log"),
			],
			footer:
				"Older data is deleted, with its sound and files. Opt-outs and the figures of analytics are kept for good. The audit log is kept for at least a year.",
		}),
		settingsGroup({
			title: "At the carrier",
			rows: [
				checkSetting(form, "isCarrierCopyDeleted", {
					label: "Delete the carrier’s copy of a voicemail",
					hint: "As soon as the sound is stored here. Otherwise the carrier keeps a copy, and bills for it.",
				}),
				numberSetting(form, "numberGraceDays", {
					label: "Keep the number of a deactivated extension",
					unit: "days",
					hint: "Then it goes back to the carrier. 0: within minutes.",
				}),
			],
		}),
	],
});

function periodRows(form: SettingsForm, field: RetentionField, label: string): View[] {
	const { min } = settingLimits[field];
	const chosen = periodOf(form.data[field], min);
	if (form.readOnly !== null) {
		return [
			choiceSetting(form, field, {
				label,
				value: "",
				choices: [{ value: "", label: formatPeriod(form.data[field]) }],
			}),
		];
	}
	const choice = choiceSetting(form, field, {
		label,
		value: chosen,
		choices: periodChoices(min),
		onChoose: (value) => form.set(field, value === otherPeriod ? "" : Number(value)),
	});
	if (chosen !== otherPeriod) return [choice];
	return [choice, numberSetting(form, field, { label: `${label}, days kept`, unit: "days" })];
}

function loweredView(form: SettingsForm): View {
	const lowered = findLowered(form.stored, form.data);
	if (Object.keys(lowered).length === 0 || !form.isChanged) return nothing;
	const { data, refusal } = use(expiredResource(lowered));
	if (refusal) return refusalLine(refusal);
	const expired = data ? describeExpired(data, lowered) : null;
	const words =
		expired === null
			? "Counting what is older…"
			: expired === ""
				? "Nothing is older today. From now on, older data is deleted."
				: `Saving deletes ${expired}. Voicemail and texts go within minutes, the oldest first and some hundreds at a time; audit entries go in the night.`;
	return html`<p class="kept-form-consequence" role="status">${words}</p>`;
}
