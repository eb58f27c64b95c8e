import type { NewWebhook, Webhook, WebhookSecret } from "@cloudpbx/contracts/news/webhooks";
import { type WebhookEvent, webhookEvents, webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { refresh } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { bothValuesView } from "../../../parts/forms/both-values.ts";
import { checkboxView, fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { secretSheetView } from "../../../parts/secret.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import type { View } from "../../../parts/view.ts";
import { forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { formatMoment } from "../../../words/times.ts";
import { webhooks } from "./resources.ts";
import { eventWords } from "./words.ts";

const createName = "webhook-new";
const editName = "webhook-edit";
const secretName = "webhook-secret";

interface Secret {
	value: string;
	previousUntil: string | null;
}

const store = createStore<{ chosen: WebhookEvent[]; made: Secret | null }>({ chosen: [], made: null });

export function showCreate(): void {
	open({ chosen: [], name: createName });
	openSheet({
		title: "New Webhook",
		view: () => (store.state.made ? secretOf(store.state.made) : createView()),
	});
}

export function showEdit(webhook: Webhook): void {
	open({ chosen: [...webhook.events], name: editName });
	openSheet({ title: "Edit Webhook", view: () => editView(webhook) });
}

/** The old secret stays valid for a day, so nothing breaks. */
export function showNewSecret(webhook: Webhook): void {
	open({ chosen: [], name: secretName });
	openSheet({
		title: "New Secret",
		view: () => (store.state.made ? secretOf(store.state.made) : newSecretView(webhook)),
	});
}

function open({ chosen, name }: { chosen: WebhookEvent[]; name: string }): void {
	forget(name);
	store.change((state) => Object.assign(state, { chosen, made: null }));
}

function createView(): View {
	return formView({
		name: createName,
		fields: (errorOf) => fieldsView(errorOf),
		submit: "Make Webhook",
		busyLabel: "Making…",
		unavailable: whyNot(),
		run: async ({ url = "", description = "" }) => {
			const json = { url, description, events: [...store.state.chosen] };
			keep(await ask(() => api.webhooks.$post({ json })));
		},
	});
}

function editView({ id, url, description, version }: Webhook): View {
	return formView({
		name: editName,
		fields: (errorOf) => fieldsView(errorOf, { url, description }),
		submit: "Save",
		busyLabel: "Saving…",
		unavailable: whyNot(),
		run: async (values) => {
			const json = {
				url: values.url,
				description: values.description,
				events: [...store.state.chosen],
				version,
			};
			await ask(() => api.webhooks[":id"].$put({ param: { id }, json }));
			await refresh(webhooks);
		},
		onDone: closeSheet,
		rewrite: (refusal) =>
			bothValuesView(refusal, {
				nameOf: (field) => fieldNames[field] ?? field,
				ways: buttonView({
					label: "Use What Is There Now",
					onPress: () => {
						closeSheet();
						void refresh(webhooks);
					},
				}),
			}),
	});
}

const fieldNames: Record<string, string> = { url: "Address", description: "Name", events: "Events" };

function whyNot(): string | undefined {
	return store.state.chosen.length === 0 ? "Choose at least one event." : undefined;
}

function fieldsView(
	errorOf: (field: string) => string | undefined,
	{ url, description }: Partial<Pick<Webhook, "url" | "description">> = {},
): View {
	return html`
		${fieldView({ label: "Address", name: "url", ...(url !== undefined && { value: url }), inputMode: "url", isRequired: true, maxLength: webhookLimits.urlLength, placeholder: "https://…", hint: "https, and reachable from the internet.", error: errorOf("url") })}
		${fieldView({ label: "Name", name: "description", ...(description !== undefined && { value: description }), maxLength: webhookLimits.descriptionLength, placeholder: "CRM", hint: "What it is for. Optional.", error: errorOf("description") })}
		<fieldset class="settings-choices webhooks-events">
			<legend>Events</legend>
			${webhookEvents.map((event) =>
				checkboxView({
					label: html`${eventWords[event]} <code class="soft">${event}</code>`,
					name: "event",
					value: event,
					isChecked: store.state.chosen.includes(event),
					onChange: (isChecked) => choose(event, isChecked),
				}),
			)}
		</fieldset>
	`;
}

function choose(event: WebhookEvent, isChecked: boolean): void {
	store.change((state) => {
		state.chosen = webhookEvents.filter((one) => (one === event ? isChecked : state.chosen.includes(one)));
	});
}

function newSecretView({ id }: Webhook): View {
	return html`
		<p class="sheet-text">For ${webhookLimits.previousSecretHours} hours each delivery is signed with the secret of now, too. Give the new one to the receiver in that time.</p>
		${formView({
			name: secretName,
			fields: () => "",
			submit: "Make New Secret",
			busyLabel: "Making…",
			run: async () => keep(await ask(() => api.webhooks[":id"].secret.$post({ param: { id } }))),
		})}
	`;
}

function keep({ secret, previousSecretUntil }: NewWebhook | WebhookSecret): void {
	store.change((state) => {
		state.made = { value: secret, previousUntil: previousSecretUntil };
	});
	void refresh(webhooks);
}

function secretOf({ value, previousUntil }: Secret): View {
	return secretSheetView({
		text:
			previousUntil === null
				? "Your software uses it to verify that a delivery comes from here."
				: `The old secret also signs until ${formatMoment(previousUntil)}.`,
		label: "Secret",
		value,
		advice: "keep it where secrets are kept",
		onDone: closeSheet,
	});
}
