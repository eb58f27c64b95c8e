import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { readTyped } from "../../domain/typed-number.ts";
import type { KeptForm } from "../../state/kept-form.ts";
import type { View } from "../view.ts";
import type { Choice } from "./field.ts";

type Name<Data> = keyof Data & string;

interface Words {
	label: string;
	hint?: View;
}

export function settingsGroup(group: { title?: string; footer?: View; rows: View[] }): TemplateResult {
	return html`
		<section class="group-section">
			${group.title === undefined ? nothing : html`<h2 class="group-title">${group.title}</h2>`}
			<div class="settings-group">${group.rows}</div>
			${group.footer === undefined ? nothing : html`<div class="group-footer">${group.footer}</div>`}
		</section>
	`;
}

export function textSetting<Data>(
	form: KeptForm<Data>,
	field: Name<Data>,
	options: Words & {
		maxLength?: number;
		type?: "text" | "tel";
		placeholder?: string;
		/** An empty text is stored as null. */
		isNullable?: boolean;
	},
): View {
	const row = wideRow(form, field, options);
	return rowView(
		row,
		() => html`<input
			id="setting-${field}"
			class="input"
			type=${options.type ?? "text"}
			autocomplete="off"
			dir="auto"
			maxlength=${options.maxLength ?? nothing}
			placeholder=${options.placeholder ?? nothing}
			.value=${live(row.value)}
			aria-invalid=${invalidIn(row)}
			aria-describedby=${describedBy(row)}
			@input=${(event: Event) => form.set(field, textOf(event) || (options.isNullable ? null : ""))}
		>`,
	);
}

export function linesSetting<Data>(
	form: KeptForm<Data>,
	field: Name<Data>,
	options: Words & { maxLength: number; rows: number; placeholder?: string },
): View {
	const row = wideRow(form, field, options);
	return rowView(
		row,
		() => html`<textarea
			id="setting-${field}"
			class="input"
			rows=${options.rows}
			dir="auto"
			maxlength=${options.maxLength}
			placeholder=${options.placeholder ?? nothing}
			.value=${live(row.value)}
			aria-invalid=${invalidIn(row)}
			aria-describedby=${describedBy(row)}
			@input=${(event: Event) => form.set(field, textOf(event))}
		></textarea>`,
	);
}

/** `field` is the server's name. One setting may hold several numbers; they pass `value` and `onInput`. */
export function numberSetting<Data>(
	form: KeptForm<Data>,
	field: string,
	options: Words & {
		unit: string;
		value?: unknown;
		placeholder?: string;
		isDecimal?: boolean;
		onInput?: (value: number | string) => void;
	},
): View {
	const value = String(options.value ?? form.data[field as Name<Data>] ?? "");
	const row = {
		form,
		field,
		words: options,
		value: `${value || (options.placeholder ?? "")} ${options.unit}`,
	};
	return rowView(
		row,
		() => html`<span class="setting-number">
			<input
				id="setting-${field}"
				class="input"
				type="text"
				inputmode=${options.isDecimal ? "decimal" : "numeric"}
				autocomplete="off"
				placeholder=${options.placeholder ?? nothing}
				.value=${live(value)}
				aria-invalid=${invalidIn(row)}
				aria-describedby=${describedBy(row)}
				@input=${(event: Event) => {
					const typed = readTyped(textOf(event));
					if (options.onInput) options.onInput(typed);
					else form.set(field as Name<Data>, typed);
				}}
			>
			<span class="setting-unit">${options.unit}</span>
		</span>`,
	);
}

export function choiceSetting<Data>(
	form: KeptForm<Data>,
	field: Name<Data>,
	options: Words & {
		choices: (Choice | { group: string; choices: Choice[] })[];
		value?: string;
		onChoose?: (value: string) => void;
		isWaitedFor?: boolean;
	},
): View {
	const value = options.value ?? String(form.data[field]);
	const all = options.choices.flatMap((one) => ("group" in one ? one.choices : [one]));
	const row = { form, field, words: options, value: all.find((one) => one.value === value)?.label ?? value };
	const optionView = (choice: Choice) =>
		html`<option value=${choice.value} .selected=${live(choice.value === value)}>${choice.label}</option>`;
	return rowView(
		row,
		() => html`<select
			id="setting-${field}"
			class="input"
			?data-waited-for=${options.isWaitedFor}
			aria-invalid=${invalidIn(row)}
			aria-describedby=${describedBy(row)}
			@change=${(event: Event) => {
				const chosen = (event.currentTarget as HTMLSelectElement).value;
				if (options.onChoose) options.onChoose(chosen);
				else form.set(field, chosen);
			}}
		>
			${options.choices.map((one) =>
				"group" in one
					? html`<optgroup label=${one.group}>${one.choices.map(optionView)}</optgroup>`
					: optionView(one),
			)}
		</select>`,
	);
}

/** Waits for Save, unlike a switch. */
export function checkSetting<Data>(form: KeptForm<Data>, field: Name<Data>, options: Words): View {
	const isOn = form.data[field] === true;
	const row = { form, field, words: options, value: isOn ? "Yes" : "No" };
	return rowView(
		row,
		() => html`<input
			id="setting-${field}"
			type="checkbox"
			.checked=${live(isOn)}
			aria-describedby=${describedBy(row)}
			@change=${(event: Event) => form.set(field, (event.currentTarget as HTMLInputElement).checked)}
		>`,
	);
}

interface Row<Data> {
	form: KeptForm<Data>;
	field: string;
	words: Words;
	value: string;
	isWide?: boolean;
}

function wideRow<Data>(form: KeptForm<Data>, field: Name<Data>, words: Words): Row<Data> {
	return { form, field, words, value: String(form.data[field] ?? ""), isWide: true };
}

function rowView<Data>({ form, field, words, value, isWide = false }: Row<Data>, control: () => View): View {
	const { label, hint } = words;
	const error = form.errorOf(field);
	return html`
		<div class="setting" ?data-wide=${isWide}>
			${
				form.readOnly === null
					? html`<label class="setting-label" for="setting-${field}">${label}</label>${control()}`
					: html`<span class="setting-label">${label}</span><span class="setting-value" dir="auto">${value === "" ? "Nothing" : value}</span>`
			}
			${error ? html`<p class="field-error" id="error-${field}" role="alert">${error}</p>` : nothing}
			${hint === undefined ? nothing : html`<div class="field-hint" id="hint-${field}">${hint}</div>`}
		</div>
	`;
}

function invalidIn<Data>({ form, field }: Row<Data>): "true" | typeof nothing {
	return form.errorOf(field) ? "true" : nothing;
}

function describedBy<Data>({ form, field, words }: Row<Data>): string | typeof nothing {
	const ids = [form.errorOf(field) && `error-${field}`, words.hint !== undefined && `hint-${field}`];
	return ids.filter(Boolean).join(" ") || nothing;
}

function textOf(event: Event): string {
	return (event.currentTarget as HTMLInputElement).value;
}
