import type { InvitationLook } from "@cloudpbx/contracts/api/links";
import { html } from "lit-html";
import { askAnybody } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { prefetch, type Resource, use } from "../../api/resource.ts";
import { cardPageView } from "../../parts/card.ts";
import { fieldView } from "../../parts/field.ts";
import { formView } from "../../parts/form.ts";
import { passwordFieldView } from "../../parts/password-field.ts";
import { bonesView, refusalLine } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import type { Screen } from "../../screen.ts";
import { enterWithPassword } from "../../session/enter-with-password.ts";
import { takeSecret } from "../../session/take-secret.ts";
import { roleWords } from "../../words/statuses.ts";

function look(token: string): Resource<InvitationLook> {
	return { key: "invitation", load: () => askAnybody(() => api.invitations.look.$post({ json: { token } })) };
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
		if (data) return acceptView(data, token);
		if (!refusal) return cardPageView({ title: "Invitation", body: bonesView(3) });
		if (refusal.code === "offline" || refusal.code === "internal") {
			return cardPageView({ title: "Invitation", body: refusalLine(refusal), footer: signInFooter });
		}
		return deadView(refusal.detail);
	},
};

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

const signInFooter = html`<p>Already have an account? <a href="/sign-in">Sign In</a></p>`;

function deadView(text: string): View {
	return cardPageView({
		title: "This Invitation Does Not Work",
		text,
		body: html`<p class="card-text">Invitations work once, for seven days. Ask whoever invited you for a new one.</p>`,
		footer: signInFooter,
	});
}
