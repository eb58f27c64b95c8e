import "./charts.css";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { scaleOf } from "../domain/chart-scale.ts";
import { writeInteger } from "../words/counts.ts";
import { chartFrame, chooseAt, chosenIn, walkChart } from "./chart.ts";

export interface Bars {
	/** Unique on the page. */
	id: string;
	/** What the figures say: "Calls are up 12 %". */
	title: string;
	/** What is measured, in which zone. */
	subtitle: string;
	series: { name: string; color: 1 | 2 | 3 | 4 | 5 | 6 | "bad" }[];
	columns: {
		/** "Tue 24". */
		label: string;
		/** For the caption and the table: "Tuesday, November 24". */
		longLabel: string;
		/** One of each series, from the bottom up. */
		values: number[];
		/** The list that yields the same number. */
		href?: string;
		/** Not over yet: hatched. */
		isPartial?: boolean;
	}[];
}

const columnUnits = 20;
const heightUnits = 160;

/** Bars, stacked when there are several series. The table below holds the same figures. */
export function barsView(chart: Bars): TemplateResult {
	const { columns, series } = chart;
	const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
	const { top, lines } = scaleOf(Math.max(0, ...totals));
	const chosen = chosenIn(chart.id);
	return chartFrame({
		chart,
		caption: chosen === null ? nothing : captionOf(chart, chosen),
		legend: series.length > 1 ? series : [],
		plot: html`
			<div class="bars">
				<div class="bars-scale" aria-hidden="true">${lines.toReversed().map((line) => html`<span>${writeInteger(line)}</span>`)}</div>
				<div
					class="chart-plot"
					role="group"
					tabindex="0"
					aria-label="Arrow keys walk the columns"
					@keydown=${walkChart(chart.id, columns.length, 1)}
					@pointermove=${pointAt(chart.id, columns.length)}
				>
					<svg viewBox="0 0 ${columns.length * columnUnits} ${heightUnits}" preserveAspectRatio="none" aria-hidden="true">
						${lines.map((line) => svg`<line class="chart-line" x1="0" x2=${columns.length * columnUnits} y1=${heightOf(top - line, top)} y2=${heightOf(top - line, top)}></line>`)}
						${columns.map((column, index) => columnView(column.values, series, { top, index, isChosen: index === chosen, isPartial: column.isPartial ?? false }))}
					</svg>
				</div>
				<div class="bars-axis" aria-hidden="true">${axisOf(columns.map(({ label }) => label)).map((label) => html`<span>${label}</span>`)}</div>
			</div>
		`,
		table: {
			head: ["Day", ...series.map(({ name }) => name)],
			rows: columns.map(({ longLabel, values, href }) => [
				href ? html`<a href=${href}>${longLabel}</a>` : longLabel,
				...values.map(writeInteger),
			]),
		},
	});
}

function columnView(
	values: number[],
	series: Bars["series"],
	{ top, index, isChosen, isPartial }: { top: number; index: number; isChosen: boolean; isPartial: boolean },
): TemplateResult {
	let base = 0;
	const left = index * columnUnits;
	const parts = values.map((value, place) => {
		const height = heightOf(value, top);
		const y = heightUnits - heightOf(base, top) - height;
		base += value;
		// A pixel of surface between neighbours.
		const gap = place > 0 && value > 0 ? 1 : 0;
		return svg`<rect class="series" data-color=${series[place]?.color ?? 1} x=${left + 3} y=${y} width=${columnUnits - 6} height=${Math.max(0, height - gap)}></rect>`;
	});
	return svg`
		${isChosen ? svg`<rect class="chart-chosen" x=${left} y="0" width=${columnUnits} height=${heightUnits}></rect>` : nothing}
		<g ?data-partial=${isPartial}>${parts}</g>
		${isPartial ? svg`<path class="hatch" d=${hatchOf(left + 3, heightUnits - heightOf(base, top))}></path>` : nothing}
	`;
}

/** Lines across a bar that still grows. */
function hatchOf(x: number, from: number): string {
	const lines: string[] = [];
	for (let y = heightUnits - 3; y > from; y -= 7) lines.push(`M${x} ${y}h${columnUnits - 6}`);
	return lines.join("");
}

const heightOf = (value: number, top: number) => (value / top) * heightUnits;

/** As many labels as a phone has room for, the last one always. */
function axisOf(labels: string[]): string[] {
	const every = Math.ceil(labels.length / 7);
	return labels.filter((_, index) => (labels.length - 1 - index) % every === 0);
}

function captionOf({ columns, series }: Bars, index: number): TemplateResult | typeof nothing {
	const column = columns[index];
	if (!column) return nothing;
	const figures = series
		.map(({ name }, place) => `${name} ${writeInteger(column.values[place] ?? 0)}`)
		.join(" · ");
	const words = `${column.longLabel}${column.isPartial ? ", so far" : ""}: ${figures}`;
	return html`${words}${column.href ? html` <a href=${column.href}>Show</a>` : nothing}`;
}

function pointAt(id: string, count: number) {
	return (event: PointerEvent) => {
		const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
		chooseAt(id, Math.max(0, Math.min(count - 1, Math.floor(((event.clientX - left) / width) * count))));
	};
}
