import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { View } from "../view.ts";

export interface Field {
	label: string;
	name: string;
	type?: "text" | "email" | "password" | "tel" | "search" | "number" | "date" | "time" | "datetime-local";
	/** Without it the browser keeps the typed text. */
	value?: string;
	hint?: View;
	error?: string | undefined;
	isRequired?: boolean;
	autocomplete?: AutoFill;
	placeholder?: string;
	maxLength?: number;
	inputMode?: "text" | "numeric" | "tel" | "email" | "url" | "decimal";
	isDisabled?: boolean;
	/** Gets the focus when its sheet opens; the first field does otherwise. */
	isFirst?: boolean;
	onInput?: (value: string, event: Event) => void;
}

export function fieldView(field: Field): TemplateResult {
	const { name, type = "text" } = field;
	return frame(
		field,
		html`<input
			id="field-${name}"
			class="input"
			name=${name}
			type=${type}
			.value=${field.value === undefined ? nothing : live(field.value)}
			?required=${field.isRequired}
			?disabled=${field.isDisabled}
			?autofocus=${field.isFirst}
			autocomplete=${field.autocomplete ?? "off"}
			placeholder=${field.placeholder ?? nothing}
			maxlength=${field.maxLength ?? nothing}
			inputmode=${field.inputMode ?? nothing}
			aria-invalid=${field.error ? "true" : nothing}
			aria-describedby=${describedBy(field)}
			@input=${(event: Event) => field.onInput?.((event.currentTarget as HTMLInputElement).value, event)}
		>`,
	);
}

export function textAreaView(field: Omit<Field, "type"> & { rows?: number }): TemplateResult {
	return frame(
		field,
		html`<textarea
			id="field-${field.name}"
			class="input"
			name=${field.name}
			rows=${field.rows ?? 3}
			.value=${field.value === undefined ? nothing : live(field.value)}
			?required=${field.isRequired}
			?disabled=${field.isDisabled}
			placeholder=${field.placeholder ?? nothing}
			maxlength=${field.maxLength ?? nothing}
			aria-invalid=${field.error ? "true" : nothing}
			aria-describedby=${describedBy(field)}
			@input=${(event: Event) => field.onInput?.((event.currentTarget as HTMLTextAreaElement).value, event)}
		></textarea>`,
	);
}

export interface Choice {
	value: string;
	label: string;
}

export function selectView(
	field: Pick<Field, "label" | "name" | "hint" | "error" | "isDisabled" | "onInput"> & {
		value: string;
		choices: Choice[];
	},
): TemplateResult {
	return frame(
		field,
		html`<select
			id="field-${field.name}"
			class="input"
			name=${field.name}
			?disabled=${field.isDisabled}
			aria-invalid=${field.error ? "true" : nothing}
			aria-describedby=${describedBy(field)}
			@change=${(event: Event) => field.onInput?.((event.currentTarget as HTMLSelectElement).value, event)}
		>
			${field.choices.map(({ value, label }) => html`<option value=${value} .selected=${live(value === field.value)}>${label}</option>`)}
		</select>`,
	);
}

/** A filter. Its first choice, `all`, leaves nothing out. */
export function filterSelectView(filter: {
	label: string;
	name: string;
	value: string | null | undefined;
	all: string;
	choices: Choice[];
}): TemplateResult {
	const { all, choices, label, name, value } = filter;
	return selectView({ label, name, value: value ?? "", choices: [{ value: "", label: all }, ...choices] });
}

/** Acts at once. */
export function switchView(options: {
	label: string;
	detail?: View;
	isOn: boolean;
	isBusy?: boolean;
	onChange: (isOn: boolean) => void;
}): TemplateResult {
	return html`
		<label class="switch">
			<span class="row-text">
				<span>${options.label}</span>
				${options.detail === undefined ? nothing : html`<span class="row-detail">${options.detail}</span>`}
			</span>
			<input
				type="checkbox"
				role="switch"
				.checked=${live(options.isOn)}
				?disabled=${options.isBusy}
				@change=${(event: Event) => options.onChange((event.currentTarget as HTMLInputElement).checked)}
			>
		</label>
	`;
}

/** Waits for Save. */
export function checkboxView(options: {
	label: View;
	name: string;
	value?: string;
	isChecked?: boolean;
	onChange?: (isChecked: boolean) => void;
}): TemplateResult {
	return html`
		<label class="checkbox">
			<input
				type="checkbox"
				name=${options.name}
				value=${options.value ?? "on"}
				.checked=${options.isChecked === undefined ? nothing : live(options.isChecked)}
				@change=${(event: Event) => options.onChange?.((event.currentTarget as HTMLInputElement).checked)}
			>
			<span>${options.label}</span>
		</label>
	`;
}

function frame(
	field: Pick<Field, "label" | "name" | "hint" | "error">,
	control: TemplateResult,
): TemplateResult {
	return html`
		<div class="field">
			<label for="field-${field.name}">${field.label}</label>
			${control}
			${field.error ? html`<p class="field-error" id="error-${field.name}" role="alert">${field.error}</p>` : nothing}
			${field.hint === undefined ? nothing : html`<p class="field-hint" id="hint-${field.name}">${field.hint}</p>`}
		</div>
	`;
}

function describedBy({ name, error, hint }: Pick<Field, "name" | "error" | "hint">): string | typeof nothing {
	const ids = [error ? `error-${name}` : "", hint === undefined ? "" : `hint-${name}`].filter(Boolean);
	return ids.length > 0 ? ids.join(" ") : nothing;
}
