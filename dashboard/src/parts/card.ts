import { html, nothing, type TemplateResult } from "lit-html";
import type { View } from "./view.ts";

export function cardPageView(card: { title: View; text?: View; body: View; footer?: View }): TemplateResult {
	return html`
		<div class="card-page">
			<div class="card">
				<img src="/icon.svg" alt="" width="56" height="56">
				<h1 class="card-title" tabindex="-1">${card.title}</h1>
				${card.text === undefined ? nothing : html`<p class="card-text">${card.text}</p>`} ${card.body}
			</div>
			${card.footer === undefined ? nothing : html`<div class="card-footer">${card.footer}</div>`}
		</div>
	`;
}
