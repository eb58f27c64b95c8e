import type { ResetLook } from "@cloudpbx/contracts/api/links";
import { html } from "lit-html";
import { askAnybody } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { cardPageView } from "../../parts/card.ts";
import { fieldView } from "../../parts/forms/field.ts";
import { formView } from "../../parts/forms/form.ts";
import { passwordFieldView } from "../../parts/forms/password-field.ts";
import { linkScreen } from "../../parts/link-screen.ts";
import type { View } from "../../parts/view.ts";
import { enterWithPassword } from "../../session/enter-with-password.ts";

const signInFooter = html`<p><a href="/sign-in">Sign In</a></p>`;

export const screen = linkScreen<ResetLook>({
	key: "reset-password",
	title: "New Password",
	footer: signInFooter,
	look: (token) => askAnybody(() => api.auth["reset-password"].look.$post({ json: { token } })),
	open: chooseView,
	dead: deadView,
});

function chooseView({ name, email }: ResetLook, token: string): View {
	return cardPageView({
		title: "Choose a New Password",
		text: `For ${name}. Every other browser is signed out.`,
		body: formView({
			name: "reset-password",
			fields: (errorOf) => html`
				${fieldView({ label: "Email", name: "email", type: "email", value: email, isDisabled: true, autocomplete: "username" })}
				${passwordFieldView({ label: "New Password", name: "password", autocomplete: "new-password", hint: "10 characters or more.", error: errorOf("password") })}
			`,
			submit: "Save and Sign In",
			busyLabel: "Saving…",
			run: async ({ password = "" }) => {
				await askAnybody(() => api.auth["reset-password"].$post({ json: { token, password } }));
				await enterWithPassword(email, password, "/");
			},
		}),
	});
}

function deadView(text: string): View {
	return cardPageView({
		title: "This Link Does Not Work",
		text,
		body: html`<p class="card-text">Such links work once, for a day. Ask an owner of your company for a new one.</p>`,
		footer: signInFooter,
	});
}
