import { html } from "lit-html";
import type { View } from "../../parts/view.ts";

const figures = 6;

export function reportSkeleton(): View {
	return html`
		<div class="bones analytics-part" aria-busy="true">
			<p class="visually-hidden" role="status">Loading…</p>
			<div class="bone"><span></span><span></span></div>
			<div class="analytics-figures">${Array.from({ length: figures }, () => html`<div class="analytics-figure"></div>`)}</div>
			<div class="chart"></div>
			<div class="chart"></div>
		</div>
	`;
}
