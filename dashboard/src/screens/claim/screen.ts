import { html } from "lit-html";
import { askAnybody } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { cardPageView } from "../../parts/card.ts";
import { fieldView } from "../../parts/forms/field.ts";
import { formView } from "../../parts/forms/form.ts";
import { passwordFieldView } from "../../parts/forms/password-field.ts";
import type { Screen } from "../../screen.ts";
import { enterWithPassword } from "../../session/enter-with-password.ts";

export const screen: Screen = {
	view: () =>
		cardPageView({
			title: "Set Up CloudPBX",
			text: "You become the owner of this phone system.",
			body: formView({
				name: "claim",
				fields: (errorOf) => html`
					${fieldView({ label: "Setup Code", name: "code", isRequired: true, autocomplete: "one-time-code", hint: "The installer shows it at the end.", error: errorOf("code") })}
					${fieldView({ label: "Your Name", name: "name", isRequired: true, autocomplete: "name", maxLength: 100, error: errorOf("name") })}
					${fieldView({ label: "Email", name: "email", type: "email", isRequired: true, autocomplete: "username", error: errorOf("email") })}
					${passwordFieldView({ label: "Password", name: "password", autocomplete: "new-password", hint: "10 characters or more.", error: errorOf("password") })}
				`,
				submit: "Become Owner",
				busyLabel: "Setting Up…",
				run: claim,
			}),
			footer: html`<p>Already set up? <a href="/sign-in">Sign In</a></p>`,
		}),
};

async function claim({
	code = "",
	name = "",
	email = "",
	password = "",
}: Record<string, string>): Promise<void> {
	await askAnybody(() => api.setup.claim.$post({ json: { code, name, email, password } }));
	await enterWithPassword(email, password, "/");
}
