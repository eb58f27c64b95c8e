import "./charts.css";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import type { View } from "../view.ts";
import { captionView, linkedView, type Series } from "./chart.ts";

export interface Share {
	name: string;
	text: string;
	value: number;
	href?: string;
	color?: Series["color"];
	facts?: [text: string, href?: string][];
}

/** Figures with a bar each. They are text already, so no table is needed. */
export function sharesView(chart: {
	title: string;
	subtitle: string;
	shares: Share[];
	/** The value of a full bar; the largest value by default. */
	most?: number;
	empty: string;
}): TemplateResult {
	const { shares, most = Math.max(0, ...shares.map(({ value }) => value)) } = chart;
	return html`
		<figure class="chart">
			${captionView(chart)}
			${shares.length === 0 ? html`<p class="share-facts">${chart.empty}</p>` : html`<ul>${shares.map((share) => html`<li class="share">${shareView(share, most)}</li>`)}</ul>`}
		</figure>
	`;
}

function shareView({ name, text, value, href, color = 1, facts = [] }: Share, most: number): View {
	const width = most === 0 ? 0 : (value * 100) / most;
	return html`
		<p class="share-head"><span class="share-name" dir="auto">${name}</span><span class="number">${linkedView(text, href)}</span></p>
		<svg class="share-bar" aria-hidden="true">
			${svg`<rect class="share-room" width="100%" height="8" rx="4"></rect><rect class="series" data-color=${color} width="${width}%" height="8" rx="4"></rect>`}
		</svg>
		${facts.length === 0 ? nothing : html`<p class="share-facts">${facts.map(([fact, to], at) => html`${at > 0 ? " · " : ""}${linkedView(fact, to)}`)}</p>`}
	`;
}
