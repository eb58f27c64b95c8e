import { html, nothing, type TemplateResult } from "lit-html";
import type { View } from "../view.ts";

export function definitionsView(pairs: [term: string, value: View | null | undefined][]): TemplateResult {
	return html`
		<dl class="definitions">
			${pairs.map(([term, value]) => (value === null || value === undefined ? nothing : html`<div><dt>${term}</dt><dd dir="auto">${value}</dd></div>`))}
		</dl>
	`;
}
