import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import type { ExtensionKind } from "@cloudpbx/contracts/words/answer-ways";
import {
	phonesMax,
	purposeLength,
	ringSecondsLimits,
	voicemailGreetingLength,
} from "@cloudpbx/contracts/words/extension-limits";
import { html, nothing } from "lit-html";
import { buttonView } from "../../../parts/button.ts";
import { fieldView, selectView, textAreaView } from "../../../parts/forms/field.ts";
import { closeIcon, plusIcon } from "../../../parts/icons.ts";
import { segmentedChoice } from "../../../parts/lists/segments.ts";
import type { View } from "../../../parts/view.ts";
import { afterDrawing } from "../../../state/store.ts";
import type { ExtensionField, ExtensionForm } from "../domain/form-change.ts";
import {
	answerChoices,
	answerHint,
	fieldWords,
	greetingHint,
	purposeHint,
	ringingWords,
	ringSecondsHint,
} from "../words.ts";
import { membersView } from "./members.ts";
import { ownHoursView } from "./own-hours.ts";

export interface FormPart {
	kind: ExtensionKind;
	form: ExtensionForm;
	all: readonly Extension[];
	errorOf: (field: string) => string | undefined;
	change: (change: Partial<ExtensionForm>) => void;
}

type TextField = {
	[Name in ExtensionField]: ExtensionForm[Name] extends string ? Name : never;
}[ExtensionField];

export function textField({ form, errorOf, change }: FormPart, name: TextField, more: object = {}): View {
	return fieldView({ ...named({ form, errorOf, change }, name), ...more });
}

function named({ form, errorOf, change }: Pick<FormPart, "form" | "errorOf" | "change">, name: TextField) {
	return {
		label: fieldWords[name],
		name,
		value: form[name],
		error: errorOf(name),
		onInput: (value: string) => change({ [name]: value }),
	};
}

export function reachView(part: FormPart): View {
	return html`
		${part.kind === "group" ? groupView(part) : phonesView(part)}
		${selectView({ ...named(part, "answerWith"), choices: answerChoices, hint: answerHint })}
		${textAreaView({ ...named(part, "purpose"), maxLength: purposeLength, rows: 2, hint: purposeHint })}
	`;
}

export function moreView(part: FormPart): View {
	const { form, errorOf, change } = part;
	return html`
		${textField(part, "ringSeconds", {
			inputMode: "numeric",
			maxLength: 3,
			placeholder: `${ringSecondsLimits.min} to ${ringSecondsLimits.max}`,
			hint: ringSecondsHint,
		})}
		${textAreaView({ ...named(part, "greeting"), maxLength: voicemailGreetingLength, rows: 2, hint: greetingHint })}
		${ownHoursView({ hours: form.hours, error: errorOf, onChange: (hours) => change({ hours }) })}
	`;
}

function groupView({ all, form, errorOf, change }: FormPart): View {
	return html`
		${membersView({
			all,
			members: form.members,
			isTogether: form.ringing === "together",
			error: errorOf("members"),
			onChange: (members) => change({ members }),
		})}
		<div class="field">
			<span class="extensions-label" aria-hidden="true">${fieldWords.ringing}</span>
			${segmentedChoice({
				label: fieldWords.ringing,
				name: "ringing",
				value: form.ringing,
				choices: ringingWords,
				onChange: (ringing) => change({ ringing }),
			})}
			${errorOf("ringing") ? html`<p class="field-error" role="alert">${errorOf("ringing")}</p>` : nothing}
		</div>
	`;
}

function phonesView(part: FormPart): View {
	const { form, errorOf, change } = part;
	const { alsoRing } = form;
	const error = errorOf("alsoRing");
	return html`
		${textField(part, "forwardTo", { type: "tel", hint: "The telephone that rings. Without one, callers reach the voicemail at once." })}
		<fieldset class="extensions-phones">
			<legend class="visually-hidden">Further telephones, which ring with the first</legend>
			${alsoRing.map(
				(number, index) => html`
					<div class="extensions-phone">
						<input
							class="input"
							type="tel"
							name="alsoRing"
							autocomplete="off"
							maxlength="40"
							aria-label=${`Also rings ${index + 2}`}
							aria-invalid=${error ? "true" : nothing}
							.value=${number}
							@input=${(event: Event) => change({ alsoRing: alsoRing.with(index, (event.currentTarget as HTMLInputElement).value) })}
						>
						${buttonView({
							label: `Remove Telephone ${index + 2}`,
							style: "plain",
							icon: closeIcon,
							isIconOnly: true,
							onPress: () => change({ alsoRing: alsoRing.filter((_one, at) => at !== index) }),
						})}
					</div>
				`,
			)}
			${error ? html`<p class="field-error" role="alert">${error}</p>` : nothing}
			${
				alsoRing.length < phonesMax - 1
					? html`<div>${buttonView({ label: "Add Telephone", style: "plain", icon: plusIcon, onPress: addPhone })}</div>`
					: nothing
			}
		</fieldset>
	`;

	function addPhone(event: Event): void {
		const set = (event.currentTarget as Element).closest("fieldset");
		change({ alsoRing: [...alsoRing, ""] });
		afterDrawing(() => [...(set?.querySelectorAll("input") ?? [])].at(-1)?.focus());
	}
}
