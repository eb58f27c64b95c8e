import { html, nothing } from "lit-html";
import { linkedView } from "../../parts/charts/chart.ts";
import type { View } from "../../parts/view.ts";

export interface Figure {
	label: string;
	text: string;
	before?: string;
	href?: string;
}

export function figuresView(figures: Figure[]): View {
	return html`
		<dl class="analytics-figures">
			${figures.map(
				({ label, text, before, href }) => html`
					<div class="analytics-figure">
						<dt>${label}</dt>
						<dd><span class="analytics-count number">${linkedView(text, href)}</span>${before === undefined ? nothing : html`<span class="analytics-before">${before}</span>`}</dd>
					</div>
				`,
			)}
		</dl>
	`;
}
