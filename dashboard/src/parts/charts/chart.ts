import { html, nothing, svg, type TemplateResult } from "lit-html";
import { createStore } from "../../state/store.ts";
import type { View } from "../view.ts";
import { type Pattern, patternFill, patternsView } from "./chart-patterns.ts";

export interface Series {
	name: string;
	color: 1 | 2 | 3 | 4 | 5 | 6 | "bad";
	pattern?: Pattern;
}

const store = createStore<{ chosen: Map<string, number> }>({ chosen: new Map() });

export function chosenIn(id: string): number | null {
	return store.state.chosen.get(id) ?? null;
}

export function chooseAt(id: string, index: number): void {
	if (chosenIn(id) !== index) store.change(({ chosen }) => chosen.set(id, index));
}

/** Arrow keys move by one, or by a row of `perRow` where there are rows. */
export function walkChart(id: string, count: number, perRow: number) {
	const steps: Record<string, number> = {
		ArrowRight: 1,
		ArrowLeft: -1,
		...(perRow > 1 && { ArrowDown: perRow, ArrowUp: -perRow }),
		Home: -count,
		End: count,
	};
	return (event: KeyboardEvent) => {
		const step = steps[event.key];
		if (step === undefined) return;
		event.preventDefault();
		const from = chosenIn(id) ?? (step > 0 ? -1 : count);
		chooseAt(id, Math.max(0, Math.min(count - 1, from + step)));
	};
}

export function chartFrame(frame: {
	chart: { id: string; title: string; subtitle: string; choice?: View };
	legend: Series[];
	plot: View;
	caption: View;
	table: { head: string[]; rows: View[][] };
}): TemplateResult {
	const { chart, legend, table } = frame;
	return html`
		<figure class="chart">
			${captionView(chart)}
			${chart.choice === undefined ? nothing : html`<div class="chart-choice">${chart.choice}</div>`}
			${
				legend.length === 0
					? nothing
					: html`<ul class="chart-legend">${legend.map((series) => html`<li>${swatchView(`${chart.id}-legend`, series)}${series.name}</li>`)}</ul>`
			}
			${frame.plot}
			<p class="chart-caption" role="status">${frame.caption === nothing ? html`<span class="soft">Point at the chart, or walk it with the arrow keys, for each figure.</span>` : frame.caption}</p>
			<details class="chart-table">
				<summary>Table</summary>
				<div class="table-scroll" tabindex="0" role="region" aria-label="Table: ${chart.title}">
					<table>
						<thead><tr>${table.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
						<tbody>
							${table.rows.map(
								([first = "", ...rest]) =>
									html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
							)}
						</tbody>
					</table>
				</div>
			</details>
		</figure>
	`;
}

export function captionView({ title, subtitle }: { title: string; subtitle: string }): TemplateResult {
	return html`
		<figcaption>
			<h2>${title}</h2>
			<p>${subtitle}</p>
		</figcaption>
	`;
}

function swatchView(id: string, { color, pattern }: Series): TemplateResult {
	const fill = patternFill(id, pattern);
	return html`
		<svg class="chart-swatch" width="14" height="14" aria-hidden="true">
			${fill ? patternsView(id) : nothing}
			<rect class="series" data-color=${color} width="14" height="14" rx="3"></rect>
			${fill ? svg`<rect width="14" height="14" rx="3" fill=${fill}></rect>` : nothing}
		</svg>
	`;
}

export function linkedView(text: string, href: string | undefined): View {
	return href === undefined ? text : html`<a href=${href}>${text}</a>`;
}
