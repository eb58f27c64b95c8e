import type { Setup } from "@cloudpbx/contracts/api/links";
import { html, nothing } from "lit-html";
import { askAnybody } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import type { Refusal } from "../../api/refusal.ts";
import { prefetch, type Resource, use } from "../../api/resource.ts";
import { cardPageView } from "../../parts/card.ts";
import { fieldView } from "../../parts/forms/field.ts";
import { formView } from "../../parts/forms/form.ts";
import { passwordFieldView } from "../../parts/forms/password-field.ts";
import type { View } from "../../parts/view.ts";
import type { Screen } from "../../screen.ts";
import { enterWithPassword } from "../../session/enter-with-password.ts";
import { nextPage } from "../../session/next-page.ts";
import { waitUntil, waitView } from "./wait.ts";

const setup: Resource<Setup> = {
	key: "setup",
	load: (signal) => askAnybody(() => api.setup.$get({}, until(signal))),
};

export const screen: Screen = {
	load: () => void prefetch(setup),
	view({ query }) {
		const known = use(setup).data;
		if (known?.accessOnly) return accessView(known.companyName, nextPage(query));
		return cardPageView({
			title: known ? html`Sign In to ${known.companyName}` : html`Sign In`,
			body: formView({
				name: "sign-in",
				fields: (errorOf) => html`
					${fieldView({ label: "Email", name: "email", type: "email", autocomplete: "username", isRequired: true, error: errorOf("email") })}
					${passwordFieldView({ label: "Password", name: "password", autocomplete: "current-password", error: errorOf("password") })}
				`,
				submit: "Sign In",
				busyLabel: "Signing In…",
				run: ({ email = "", password = "" }) => enterWithPassword(email, password, nextPage(query)),
				rewrite,
			}),
			footer: html`
				<details>
					<summary>Forgot Your Password?</summary>
					<p>Ask an owner of your company for a link to choose a new one. Owners find it under Settings, People.</p>
				</details>
				${known?.isClaimed === false ? html`<p>This phone system has no owner yet. <a href="/claim">Set Up CloudPBX</a></p>` : nothing}
			`,
		});
	},
};

/** After too many wrong passwords: shows the remaining wait. */
function rewrite(refusal: Refusal): View | undefined {
	return refusal.retryAfterSeconds === null ? undefined : waitView(waitUntil(refusal));
}

function accessView(companyName: string, next: string): View {
	return cardPageView({
		title: `Sign In to ${companyName}`,
		text: "Your company has its own sign-in. Sign in there, then come back here.",
		body: html`<a class="button" data-style="prominent" href=${next}>Continue</a>`,
	});
}
