import type { NewResetLink } from "@cloudpbx/contracts/api/links";
import type { User } from "@cloudpbx/contracts/api/people";
import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { refresh } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { bothValuesView } from "../../../parts/forms/both-values.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { secretSheetView } from "../../../parts/secret.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import type { View } from "../../../parts/view.ts";
import { forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { formatMoment } from "../../../words/times.ts";
import { extensionChoice } from "./extension-choice.ts";
import { people } from "./resources.ts";

const store = createStore<{ made: NewResetLink | null }>({ made: null });
const fieldWords: Record<string, string> = { name: "Name", extension: "Extension", role: "Role" };

export function showEdit(one: User): void {
	const name = `person/${one.id}`;
	forget(name);
	openSheet({
		title: `Edit ${one.name}`,
		view: () =>
			formView({
				name,
				fields: (errorOf) => html`
					${fieldView({ label: "Name", name: "name", value: one.name, isRequired: true, maxLength: 100, error: errorOf("name") })}
					${extensionChoice(one.extension, errorOf("extension"))}
				`,
				submit: "Save",
				busyLabel: "Saving…",
				run: async (values) => {
					const json = {
						name: values.name ?? one.name,
						extension: values.extension || null,
						version: one.version,
					};
					await ask(() => api.users[":id"].$put({ param: { id: one.id }, json }));
					await refresh(people);
				},
				onDone: closeSheet,
				rewrite: (refusal) =>
					bothValuesView(refusal, {
						nameOf: (field) => fieldWords[field] ?? field,
						ways: buttonView({
							label: "Close and Look Again",
							onPress: () => {
								closeSheet();
								void refresh(people);
							},
						}),
					}),
			}),
	});
}

/** The only way back in after a forgotten password. */
export function showReset(one: User): void {
	const name = `reset/${one.id}`;
	forget(name);
	store.change((state) => (state.made = null));
	openSheet({
		title: `New Password for ${one.name}`,
		view: () =>
			store.state.made
				? madeView(one, store.state.made)
				: formView({
						name,
						fields: () =>
							html`<p class="sheet-text">You get a link to send to ${one.email}. It works once, for 24 hours, and takes the place of one made before. Choosing the new password ends all of the person’s sessions; until then nothing changes.</p>`,
						submit: "Make Link",
						busyLabel: "Making…",
						aside: buttonView({ label: "Cancel", onPress: closeSheet }),
						run: async () => {
							const made = await ask(() => api.users[":id"]["reset-link"].$post({ param: { id: one.id } }));
							store.change((state) => (state.made = made));
						},
					}),
	});
}

function madeView({ email }: User, { link, expiresAt }: NewResetLink): View {
	return secretSheetView({
		text: html`Send this link to ${email}. It works once, until ${formatMoment(expiresAt)}.`,
		label: "Link for a New Password",
		value: link,
		onDone: closeSheet,
	});
}
