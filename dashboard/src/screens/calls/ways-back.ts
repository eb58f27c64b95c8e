import { html, nothing } from "lit-html";
import { inboxIcon, phoneIcon } from "../../parts/icons.ts";
import type { View } from "../../parts/view.ts";
import { can } from "../../session/session.ts";

/** How a caller is reached again: by the telephone of this device, and by a text. */
export function waysBackView(number: string): View {
	const isNumber = /^\+\d{6,15}$/.test(number);
	return html`
		${isNumber ? html`<a class="button" href="tel:${number}" title="Calls with the telephone of this device, by its own number">${phoneIcon}<span>Call Back</span></a>` : nothing}
		${can("messages:send") ? html`<a class="button" href="/inbox?to=${encodeURIComponent(number)}">${inboxIcon}<span>Text Back</span></a>` : nothing}
	`;
}
