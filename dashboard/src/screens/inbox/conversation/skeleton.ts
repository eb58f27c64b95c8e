import { html, type TemplateResult } from "lit-html";

const sides = ["inbound", "outbound", "inbound", "inbound", "outbound"];

export function threadSkeleton(): TemplateResult {
	return html`
		<div class="inbox-conversation bones" aria-busy="true">
			<p class="visually-hidden" role="status">Loading…</p>
			<div class="inbox-thread-frame">
				<div class="inbox-thread-bones">${sides.map((side) => html`<span class="inbox-bubble" data-side=${side}></span>`)}</div>
			</div>
			<div class="inbox-conversation-foot"><span class="inbox-composer-bone"></span></div>
		</div>
	`;
}
