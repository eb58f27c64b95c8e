import type { InvitationLook } from "@cloudpbx/contracts/api/links";
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
import { roleWords } from "../../words/statuses.ts";

const signInFooter = html`<p>Already have an account? <a href="/sign-in">Sign In</a></p>`;

export const screen = linkScreen<InvitationLook>({
	key: "invitation",
	title: "Invitation",
	footer: signInFooter,
	look: (token) => askAnybody(() => api.invitations.look.$post({ json: { token } })),
	open: acceptView,
	dead: deadView,
});

function acceptView({ email, role, companyName, invitedBy }: InvitationLook, token: string): View {
	const { word, may } = roleWords[role];
	const article = /^[AO]/.test(word) ? "an" : "a";
	return cardPageView({
		title: `Join ${companyName}`,
		text: `${invitedBy ?? "An owner"} invites you as ${article} ${word.toLowerCase()}. ${may}`,
		body: formView({
			name: "invitation",
			fields: (errorOf) => html`
				${fieldView({ label: "Email", name: "email", type: "email", value: email, isDisabled: true, autocomplete: "username" })}
				${fieldView({ label: "Your Name", name: "name", isRequired: true, autocomplete: "name", maxLength: 100, error: errorOf("name") })}
				${passwordFieldView({ label: "Password", name: "password", autocomplete: "new-password", hint: "10 characters or more.", error: errorOf("password") })}
			`,
			submit: "Join",
			busyLabel: "Joining…",
			run: async ({ name = "", password = "" }) => {
				await askAnybody(() => api.invitations.accept.$post({ json: { token, name, password } }));
				await enterWithPassword(email, password, "/");
			},
		}),
		footer: signInFooter,
	});
}

function deadView(text: string): View {
	return cardPageView({
		title: "This Invitation Does Not Work",
		text,
		body: html`<p class="card-text">Invitations work once, for seven days. Ask the person who invited you for a new one.</p>`,
		footer: signInFooter,
	});
}
