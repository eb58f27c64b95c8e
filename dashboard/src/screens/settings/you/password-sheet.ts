import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { refresh } from "../../../api/resource.ts";
import { formView } from "../../../parts/forms/form.ts";
import { passwordFieldView } from "../../../parts/forms/password-field.ts";
import { notify } from "../../../parts/notices.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import { forget } from "../../../state/actions.ts";
import { ownSessionsResource } from "./sessions.ts";

const name = "settings/password";

export function openPasswordSheet(): void {
	forget(name);
	openSheet({
		title: "Change Password",
		view: () =>
			formView({
				name,
				submit: "Change Password",
				busyLabel: "Changing…",
				aside: html`<button type="button" class="button" @click=${closeSheet}>Cancel</button>`,
				fields: (errorOf) => html`
					${passwordFieldView({ label: "Current password", name: "currentPassword", autocomplete: "current-password", error: errorOf("currentPassword") })}
					${passwordFieldView({ label: "New password", name: "newPassword", autocomplete: "new-password", error: errorOf("newPassword"), hint: "10 characters or more." })}
				`,
				run: ({ currentPassword = "", newPassword = "" }) =>
					ask(() => api.auth["change-password"].$post({ json: { currentPassword, newPassword } })),
				onDone() {
					closeSheet();
					notify({ text: "The password is changed. Your other sessions have ended." });
					void refresh(ownSessionsResource);
				},
			}),
	});
}
