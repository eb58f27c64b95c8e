import { html, nothing, type TemplateResult } from "lit-html";
import { countUnread, showTab } from "../operations/threads.ts";
import { draftOf, type Phone } from "../state.ts";
import { bubbleIcon, handsetIcon } from "./icons.ts";

export function tabBarView(phone: Phone): TemplateResult {
	const { tab } = draftOf(phone.number);
	const unread = countUnread(phone.number);
	const button = (name: typeof tab, label: string, icon: TemplateResult, count: number) => html`
		<button
			type="button"
			class="tab"
			aria-current=${tab === name ? "page" : "false"}
			aria-description=${count > 0 ? `${count} new` : nothing}
			@click=${() => showTab(phone.number, name)}
		>
			<span class="tab-icon" data-count=${count || nothing}>${icon}</span>${label}
		</button>
	`;
	return html`
		<div class="tab-bar" role="group" aria-label="View">
			${button("phone", "Phone", handsetIcon, 0)} ${button("messages", "Messages", bubbleIcon, unread)}
		</div>
	`;
}
