import { html, nothing, type TemplateResult } from "lit-html";
import { createStore } from "../state/store.ts";
import type { View } from "./view.ts";

/** What of each chart is looked at, by the chart's id. */
const store = createStore<{ chosen: Map<string, number> }>({ chosen: new Map() });

export function chosenIn(id: string): number | null {
	return store.state.chosen.get(id) ?? null;
}

export function chooseAt(id: string, index: number): void {
	if (chosenIn(id) !== index) store.change(({ chosen }) => chosen.set(id, index));
}

/** Arrow keys: one on or back, and a row of `perRow` up or down where there are rows. */
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

/** A figure: what it says, what is measured, the plot, what is looked at, and the figures as a table. */
export function chartFrame(frame: {
	chart: { title: string; subtitle: string };
	legend: { name: string; color: number | "bad" }[];
	plot: View;
	caption: View;
	table: { head: string[]; rows: View[][] };
}): TemplateResult {
	const { chart, legend, table } = frame;
	return html`
		<figure class="chart">
			<figcaption>
				<h2>${chart.title}</h2>
				<p>${chart.subtitle}</p>
			</figcaption>
			${
				legend.length === 0
					? nothing
					: html`<ul class="chart-legend">${legend.map(({ name, color }) => html`<li data-color=${color}>${name}</li>`)}</ul>`
			}
			${frame.plot}
			<p class="chart-caption" role="status">${frame.caption}</p>
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
