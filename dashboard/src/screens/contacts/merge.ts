import type { Contact } from "@cloudpbx/contracts/contacts/contacts";
import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { put, use } from "../../api/resource.ts";
import { fieldView } from "../../parts/forms/field.ts";
import { formView } from "../../parts/forms/form.ts";
import { notify } from "../../parts/notices.ts";
import { closeSheet, openSheet } from "../../parts/sheet.ts";
import type { View } from "../../parts/view.ts";
import { goTo } from "../../router.ts";
import { forget } from "../../state/actions.ts";
import { createStore } from "../../state/store.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { contact, contacts, hrefOf, readAgain } from "./resources.ts";

const store = createStore({ q: "", into: "" });
const actionName = "contact-merge";
const shownMax = 6;

/** For one person with two contacts; the other contact stays. */
export function showMerge(one: Contact): void {
	forget(actionName);
	store.change((state) => Object.assign(state, { q: "", into: "" }));
	openSheet({ title: "Merge Contact", view: () => sheetView(one) });
}

function sheetView(one: Contact): View {
	const { into, q } = store.state;
	return formView({
		name: actionName,
		fields: (errorOf) => html`
			<p>${nameOf(one)} goes into the other contact, which keeps its own values, gets those that it has not, and the tags of both. The number and whatever else would be lost is added to its notes.</p>
			${fieldView({
				label: "Other Contact",
				name: "q",
				type: "search",
				value: q,
				error: errorOf("into"),
				placeholder: "Name, company or number",
				onInput: (value) => store.change((state) => Object.assign(state, { q: value, into: "" })),
			})}
			<div class="contacts-choices">${q.trim() === "" ? nothing : choicesView(one, q.trim(), into)}</div>
		`,
		submit: "Merge",
		busyLabel: "Merging…",
		unavailable: into === "" ? "Choose the other contact first." : undefined,
		run: () => merge(one, into),
		onDone: closeSheet,
	});
}

function choicesView(one: Contact, q: string, into: string): View {
	const { data } = use(contacts({ q }));
	const others = (data?.items ?? []).filter(({ id }) => id !== one.id).slice(0, shownMax);
	if (data && others.length === 0) return html`<p class="soft">No other contact was found.</p>`;
	return html`
		<fieldset class="contacts-choices-list">
			<legend class="visually-hidden">The contact that stays</legend>
			${others.map(
				(other) => html`
					<label class="checkbox">
						<input type="radio" name="into" value=${other.number} .checked=${into === other.number} @change=${() => store.change((state) => (state.into = other.number))}>
						<span dir="auto">${nameOf(other)}, <span class="number">${formatNumber(other.number)}</span></span>
					</label>
				`,
			)}
		</fieldset>
	`;
}

async function merge(one: Contact, into: string): Promise<void> {
	const merged = await ask(() =>
		api.contacts[":number"].merge.$post({ param: { number: one.number }, json: { into } }),
	);
	put(contact(into), merged);
	goTo(hrefOf(into), { replaces: true });
	readAgain();
	notify({ text: `${nameOf(one)} is merged.` });
}

function nameOf({ name, company, number }: Contact): string {
	return name ?? company ?? formatNumber(number);
}
