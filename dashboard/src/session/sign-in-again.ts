import { html, nothing } from "lit-html";
import { askAnybody } from "../api/ask.ts";
import { api } from "../api/client.ts";
import { markStale } from "../api/resource.ts";
import { fieldView } from "../parts/forms/field.ts";
import { formView } from "../parts/forms/form.ts";
import type { View } from "../parts/view.ts";
import { createStore } from "../state/store.ts";
import { currentSession, enter, sessionResource } from "./session.ts";

const store = createStore<{ waiting: (() => void)[] }>({ waiting: [] });

/** Keeps the page and everything written. Resolves after the sign-in. */
export function signInAgain(): Promise<void> {
	return new Promise((resolve) => store.change((state) => state.waiting.push(resolve)));
}

export function signInSheetView(): View {
	const session = currentSession();
	if (store.state.waiting.length === 0 || !session) return nothing;
	return html`
		<dialog class="sheet" data-modal aria-labelledby="sign-in-title" @cancel=${(event: Event) => event.preventDefault()}>
			<header class="sheet-head"><h2 id="sign-in-title">Sign In Again</h2></header>
			<p class="sheet-text">Your session has ended. What you were doing is still here.</p>
			${formView({
				name: "sign-in-again",
				fields: (errorOf) => html`
					${fieldView({ label: "Email", name: "email", type: "email", autocomplete: "username", isRequired: true, value: session.person?.email ?? "", error: errorOf("email") })}
					${fieldView({ label: "Password", name: "password", type: "password", isFirst: true, autocomplete: "current-password", isRequired: true, error: errorOf("password") })}
				`,
				submit: "Sign In",
				busyLabel: "Signing In…",
				run: ({ email = "", password = "" }) => resume(email, password),
			})}
		</dialog>
	`;
}

async function resume(email: string, password: string): Promise<void> {
	const before = currentSession()?.person?.id;
	await askAnybody(() => api.auth["sign-in"].email.$post({ json: { email, password } }));
	const session = enter(await sessionResource.load(new AbortController().signal, undefined));
	const { waiting } = store.state;
	store.change((state) => (state.waiting = []));
	if (session.person?.id !== before) location.assign("/");
	markStale(() => true);
	for (const go of waiting) go();
}
