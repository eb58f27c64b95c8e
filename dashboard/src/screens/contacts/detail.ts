import type { Contact } from "@cloudpbx/contracts/contacts/contacts";
import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { avatarView } from "../../parts/avatar.ts";
import { buttonView } from "../../parts/button.ts";
import { callButtonView, isCallable } from "../../parts/calling/call-button.ts";
import { keptFormView } from "../../parts/forms/kept-form.ts";
import { callsIcon, inboxIcon, phoneIcon } from "../../parts/icons.ts";
import { definitionsView } from "../../parts/lists/definitions.ts";
import { resourceView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { goTo } from "../../router.ts";
import { can } from "../../session/session.ts";
import { readDraft } from "../../state/drafts.ts";
import { keptForm } from "../../state/kept-form.ts";
import { createStore } from "../../state/store.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { askToErase } from "./erase.ts";
import { type ContactField, fieldsView, fieldWords, formatValue, readTags } from "./fields.ts";
import { contact, hrefOf, readAgain } from "./resources.ts";
import { timelineView } from "./timeline.ts";

const store = createStore<{ editing: string | null }>({ editing: null });

export function contactView(number: string): View {
	return resourceView(contact(number), wholeView, { back: { href: "/contacts", label: "All Contacts" } });
}

function wholeView(one: Contact): View {
	const title = one.name ?? one.company ?? formatNumber(one.number);
	return html`
		<article class="contacts-detail">
			<header class="contacts-head">
				${avatarView(title)}
				<div class="contacts-titles">
					<h2 class="contacts-name only-panes" dir="auto">${title}</h2>
					<p class="soft number">${formatNumber(one.number)}</p>
				</div>
			</header>
			<div class="contacts-ways">${waysView(one)}</div>
			${factsView(one)}
			${can("contacts:write") ? editView(one) : nothing}
			${timelineView(one.number)}
		</article>
	`;
}

function waysView({ number }: Contact): View {
	const encoded = encodeURIComponent(number);
	return html`
		${isCallable(number) ? callButtonView(number) : html`<a class="button" href="tel:${number}" title="Calls from this device, with its own number">${phoneIcon}<span>Call</span></a>`}
		${can("messages:send") ? html`<a class="button" href="/inbox?to=${encoded}">${inboxIcon}<span>Text</span></a>` : nothing}
		${can("calls:read") ? html`<a class="button" href="/calls?number=${encoded}">${callsIcon}<span>Calls</span></a>` : nothing}
	`;
}

function factsView(one: Contact): View {
	return definitionsView([
		["Company", one.name === null ? null : one.company],
		["E-Mail", one.email && html`<a href="mailto:${one.email}">${one.email}</a>`],
		[
			"Tags",
			one.tags.length === 0 ? null : html`<span class="contacts-tags">${one.tags.map(tagView)}</span>`,
		],
		["State", one.state],
		["Time Zone", one.timeZone],
		["Notes", one.notes && html`<span class="contacts-notes">${one.notes}</span>`],
	]);
}

function tagView(tag: string): View {
	return html`<a class="contacts-chip" href="/contacts?${new URLSearchParams({ tag })}">${tag}</a>`;
}

function editView(one: Contact): View {
	const name = `contact/${one.id}`;
	const isOpen = store.state.editing === one.id || readDraft(name) !== null;
	const toggle = () => store.change((state) => (state.editing = isOpen ? null : one.id));
	return html`
		<section class="contacts-edit" aria-label="Change">
			<div class="contacts-ways">
				<button type="button" class="button" aria-expanded=${isOpen ? "true" : "false"} @click=${toggle}>Edit</button>
				${buttonView({ label: "Merge…", onPress: () => void openMerge(one) })}
				${buttonView({ label: "Erase…", style: "destructive", onPress: () => askToErase(one) })}
			</div>
			${isOpen ? formView(one, name) : nothing}
		</section>
	`;
}

function formView(one: Contact, name: string): View {
	const { number } = one;
	const form = keptForm<Contact>({
		name,
		resource: contact(number),
		stored: one,
		check: (typed) => ({
			values: "tags" in typed ? { ...typed, tags: readTags(typed.tags) } : typed,
			faults: {},
		}),
		write: (json) => ask(() => api.contacts[":number"].$put({ param: { number }, json })),
		onSaved(saved) {
			readAgain();
			store.change((state) => (state.editing = null));
			if (saved.number !== number) goTo(hrefOf(saved.number), { replaces: true });
		},
	});
	return keptFormView(form, {
		names: fieldWords,
		write: (_field, value) => formatValue(value),
		fields: fieldsView({
			textOf: (field) => formatValue(form.data[field]),
			errorOf: form.errorOf,
			set: (field: ContactField, value) => form.set(field, value),
		}),
	});
}

async function openMerge(one: Contact): Promise<void> {
	const { showMerge } = await import("./merge.ts");
	showMerge(one);
}
