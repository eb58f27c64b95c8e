import type { ResetLook } from "@cloudpbx/contracts/api/links";
import { html } from "lit-html";
import { askAnybody } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { prefetch, type Resource, use } from "../../api/resource.ts";
import { cardPageView } from "../../parts/card.ts";
import { fieldView } from "../../parts/field.ts";
import { formView } from "../../parts/form.ts";
import { passwordFieldView } from "../../parts/password-field.ts";
import { bonesView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import type { Screen } from "../../screen.ts";
import { enterWithPassword } from "../../session/enter-with-password.ts";
import { takeSecret } from "../../session/take-secret.ts";

function look(token: string): Resource<ResetLook> {
	return {
		key: "reset-password",
		load: () => askAnybody(() => api.auth["reset-password"].look.$post({ json: { token } })),
	};
}

export const screen: Screen = {
	load() {
		const token = takeSecret();
		if (token) void prefetch(look(token));
	},
	view() {
		const token = takeSecret();
		if (!token)
			return deadView(
				"This address lacks the secret part of the link. Open the whole link that you were sent.",
			);
		const { data, refusal } = use(look(token));
		if (data) return chooseView(data, token);
		return refusal ? deadView(refusal.detail) : cardPageView({ title: "New Password", body: bonesView(3) });
	},
};

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
		footer: html`<p><a href="/sign-in">Sign In</a></p>`,
	});
}
