import type { NewKey } from "@cloudpbx/contracts/api/keys";
import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { refresh } from "../../../api/resource.ts";
import { checkboxView, fieldView, selectView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { secretSheetView } from "../../../parts/secret.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import type { View } from "../../../parts/view.ts";
import { currentSession } from "../../../session/session.ts";
import { forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { countOf } from "../../../words/counts.ts";
import { scopeGroups, scopeWords } from "../../../words/scopes.ts";
import { expiryOf, type Preset, presetOf, scopesOf } from "./domain/key-scopes.ts";
import { keys } from "./resources.ts";

const actionName = "key-new";
const store = createStore<{ chosen: Scope[]; made: NewKey | null }>({ chosen: [], made: null });

const presetWords: Record<Preset, string> = {
	read: "Read Only",
	texting: "Texting",
	everything: "Everything",
};
const expiryChoices = [
	{ value: "30", label: "In 30 Days" },
	{ value: "90", label: "In 90 Days" },
	{ value: "365", label: "In a Year" },
	{ value: "", label: "Never" },
];
const daysDefault = "90";

const offered = () => currentSession()?.scopes ?? [];

export function showCreate(): void {
	forget(actionName);
	store.change((state) => Object.assign(state, { chosen: scopesOf("read", offered()), made: null }));
	openSheet({
		title: "New Key",
		view: () => (store.state.made ? madeView(store.state.made) : createView()),
	});
}

function createView(): View {
	return formView({
		name: actionName,
		fields: (errorOf) => html`
			${fieldView({ label: "Name", name: "name", isRequired: true, maxLength: 100, placeholder: "Wallboard", hint: "What uses it.", error: errorOf("name") })}
			${scopesView(errorOf("scopes"))}
			${selectView({ label: "Expires", name: "days", value: daysDefault, choices: expiryChoices, error: errorOf("expiresAt") })}
		`,
		submit: "Make Key",
		busyLabel: "Making…",
		unavailable: store.state.chosen.length === 0 ? "Choose at least one right." : undefined,
		run: async ({ name = "", days = "" }) => {
			const expiresAt = expiryOf(days === "" ? null : Number(days), Date.now());
			const json = { name, scopes: [...store.state.chosen], expiresAt };
			const made = await ask(() => api.keys.$post({ json }));
			store.change((state) => (state.made = made));
			void refresh(keys);
		},
	});
}

function scopesView(error: string | undefined): View {
	const { chosen } = store.state;
	const current = presetOf(chosen, offered());
	return html`
		<fieldset class="settings-choices keys-choice">
			<legend>May</legend>
			<div class="keys-presets">
				${(Object.keys(presetWords) as Preset[]).map(
					(preset) =>
						html`<button type="button" class="button" aria-pressed=${String(preset === current)} @click=${() => choose(scopesOf(preset, offered()))}>${presetWords[preset]}</button>`,
				)}
				<span class="soft small">${countOf(chosen.length, { one: "right", other: "rights" })}</span>
			</div>
			${error ? html`<p class="field-error" role="alert">${error}</p>` : ""}
			<div class="keys-groups">${scopeGroups.map(groupView)}</div>
		</fieldset>
	`;
}

function groupView({ title, scopes }: (typeof scopeGroups)[number]): View {
	const mine = scopes.filter((scope) => offered().includes(scope));
	if (mine.length === 0) return "";
	const { chosen } = store.state;
	return html`
		<div role="group" aria-label=${title}>
			<p class="keys-group">${title}</p>
			${mine.map((scope) =>
				checkboxView({
					label: scopeWords[scope],
					name: "scope",
					value: scope,
					isChecked: chosen.includes(scope),
					onChange: (isChecked) =>
						choose(offered().filter((one) => (one === scope ? isChecked : chosen.includes(one)))),
				}),
			)}
		</div>
	`;
}

function choose(scopes: Scope[]): void {
	store.change((state) => (state.chosen = scopes));
}

function madeView({ name, key }: NewKey): View {
	return secretSheetView({
		text: html`“${name}” is ready. Programs send it as <code>Authorization: Bearer</code>.`,
		label: "API Key",
		value: key,
		advice: "keep it where secrets are kept",
		onDone: closeSheet,
	});
}
