import type { CreateInvitation, Invitation, NewInvitation } from "@cloudpbx/contracts/api/people";
import type { Role } from "@cloudpbx/contracts/api/scopes";
import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { refresh } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { formView } from "../../../parts/forms/form.ts";
import { secretSheetView } from "../../../parts/secret.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import type { View } from "../../../parts/view.ts";
import { forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { roleWords } from "../../../words/statuses.ts";
import { formatDate } from "../../../words/times.ts";
import { extensionChoice } from "./extension-choice.ts";
import { people } from "./resources.ts";

const actionName = "invite";
const roles = (Object.keys(roleWords) as Role[]).reverse();
const store = createStore<{ made: NewInvitation | null }>({ made: null });

export function showInvite(): void {
	open("Invite Somebody", () =>
		formView({
			name: actionName,
			fields: (errorOf) => html`
				${fieldView({ label: "Email", name: "email", type: "email", isRequired: true, isFirst: true, error: errorOf("email") })}
				${rolesView()} ${extensionChoice(null, errorOf("extension"))}
			`,
			submit: "Make Invitation",
			busyLabel: "Making…",
			run: ({ email = "", role = "agent", extension = "" }) =>
				make({ email, role: role as Role, extension: extension || null }),
		}),
	);
}

export function showNewLink({ email, role, extension }: Invitation): void {
	open("New Link", () =>
		formView({
			name: actionName,
			fields: () =>
				html`<p class="sheet-text">The link that ${email} was sent before stops working when there is a new one.</p>`,
			submit: "Make Link",
			busyLabel: "Making…",
			aside: buttonView({ label: "Cancel", onPress: closeSheet }),
			run: () => make({ email, role, extension }),
		}),
	);
}

function open(title: string, form: () => View): void {
	forget(actionName);
	store.change((state) => (state.made = null));
	openSheet({ title, view: () => (store.state.made ? madeView(store.state.made) : form()) });
}

async function make(json: CreateInvitation): Promise<void> {
	const made = await ask(() => api.invitations.$post({ json }));
	store.change((state) => (state.made = made));
	void refresh(people);
}

function madeView({ email, link, expiresAt }: NewInvitation): View {
	return secretSheetView({
		text: html`Send this link to ${email}. It works once, until ${formatDate(expiresAt)}.`,
		label: "Invitation Link",
		value: link,
		onDone: closeSheet,
	});
}

function rolesView(): View {
	return html`
		<fieldset class="settings-choices people-roles">
			<legend>Role</legend>
			${roles.map(
				(role) => html`
					<div>
						<label class="checkbox"><input type="radio" name="role" value=${role} ?checked=${role === "agent"} aria-describedby="may-${role}"><span>${roleWords[role].word}</span></label>
						<p class="people-may" id="may-${role}">${roleWords[role].may}</p>
					</div>
				`,
			)}
		</fieldset>
	`;
}
