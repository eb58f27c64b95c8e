import { html, nothing } from "lit-html";
import { callButtonView, isCallable } from "../../parts/calling/call-button.ts";
import { inboxIcon, phoneIcon } from "../../parts/icons.ts";
import type { View } from "../../parts/view.ts";
import { can } from "../../session/session.ts";

/** A call through the company if allowed, otherwise a `tel:` link; and a text. */
export function contactButtonsView(number: string): View {
	return html`
		${isCallable(number) ? callButtonView(number) : deviceView(number)}
		${can("messages:send") ? html`<a class="button" href="/inbox?to=${encodeURIComponent(number)}">${inboxIcon}<span>Text Back</span></a>` : nothing}
	`;
}

function deviceView(number: string): View {
	if (!/^\+\d{6,15}$/.test(number)) return nothing;
	return html`<a class="button" href="tel:${number}" title="Calls from this device, with its own number">${phoneIcon}<span>Call Back</span></a>`;
}
