import { ratePerSecondLimits } from "@cloudpbx/contracts/words/setting-limits";
import { html } from "lit-html";
import type { Fields } from "../../../domain/form-draft.ts";
import { numberSetting, settingsGroup } from "../../../parts/forms/setting.ts";
import { useSession } from "../../../session/session.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { type SettingsForm, settingsFormPage } from "../company-settings.ts";
import { findRateFaults, formatRates, readRates, setRate } from "./rates.ts";

export const page = settingsFormPage({
	name: "texts",
	names: { senderRates: "Sending rates" },
	write: (_field, value) => formatRates(value as Fields),
	findFaults: ({ senderRates }) => findRateFaults(senderRates as Fields | undefined),
	read: (values) =>
		values.senderRates === undefined ? values : { senderRates: readRates(values.senderRates as Fields) },
	fields: (form) =>
		settingsGroup({
			title: "Sending rates",
			rows: rowsOf(form),
			footer: html`How many texts a second campaigns may send from each number, from
				${ratePerSecondLimits.min} (one in fifty seconds) to ${ratePerSecondLimits.max}. Without a rate it is one a
				second. The carrier’s registration of a number says what it allows: faster texts wait in its queue, or are
				refused. Answers of people and of the assistant do not wait for campaigns.`,
		}),
});

function rowsOf(form: SettingsForm) {
	const rates = form.data.senderRates as Fields;
	const numbers = useSession()?.numbers ?? [];
	if (numbers.length === 0) {
		return [
			html`<div class="setting-note">There is no number yet. <a href="/extensions">Extensions</a> have them.</div>`,
		];
	}
	return numbers.map(({ number, label, extension }) =>
		numberSetting(form, `senderRates.${number}`, {
			label: formatNumber(number),
			hint: label ?? (extension === null ? "A number of the company" : `Extension ${extension}`),
			unit: "a second",
			isDecimal: true,
			value: rates[number] ?? "",
			placeholder: "1",
			onInput: (typed) => form.set("senderRates", setRate(rates, number, typed)),
		}),
	);
}
