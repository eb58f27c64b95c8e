import "./charts.css";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { scaleOf } from "../../domain/chart-scale.ts";
import { goTo } from "../../router.ts";
import { formatInteger } from "../../words/counts.ts";
import type { View } from "../view.ts";
import { chartFrame, chooseAt, chosenIn, linkedView, type Series, walkChart } from "./chart.ts";
import { patternFill, patternsView } from "./chart-patterns.ts";

export interface Column {
	label: string;
	longLabel: string;
	/** One per series, from the bottom up. */
	values: number[];
	href?: string;
	hrefs?: string[];
	isPartial?: boolean;
}

export interface Bars {
	id: string;
	/** The finding: "Calls are up 12 %". */
	title: string;
	/** The measure and its time zone. */
	subtitle: string;
	series: Series[];
	columns: Column[];
	reference?: { value: number; label: string };
}

const heightPixels = 160;
const barShare = 0.72;
const labelsMax = 7;

/** Stacked with several series. The table below holds the same figures. */
export function barsView(chart: Bars): TemplateResult {
	const { columns, series, reference } = chart;
	const { top, lines } = scaleOf(Math.max(0, reference?.value ?? 0, ...columns.map(sumOf)));
	const isEmpty = columns.every((column) => sumOf(column) === 0);
	const chosen = chosenIn(chart.id);
	const every = labelEvery(columns.length);
	const place = (index: number) => (index * 100) / columns.length;
	return chartFrame({
		chart,
		caption: isEmpty ? "Nothing yet" : chosen === null ? nothing : captionOf(chart, chosen),
		legend: series.length > 1 ? series : [],
		plot: html`
			<div class="bars">
				<div class="bars-scale" aria-hidden="true">${lines.toReversed().map((line) => html`<span>${formatInteger(line)}</span>`)}</div>
				<div
					class="chart-plot"
					role="group"
					tabindex="0"
					aria-label="Arrow keys walk the columns, Return opens one"
					@keydown=${[walkChart(chart.id, columns.length, 1), openWithReturn(chart)].reduce(both)}
					@pointermove=${pointAt(chart.id, columns.length)}
					@pointerdown=${pointAt(chart.id, columns.length)}
				>
					<svg height=${heightPixels} aria-hidden="true">
						${patternsView(chart.id)}
						${lines.map((line) => lineView("chart-line", heightOf(top - line, top)))}
						${columns.map((column, index) => columnView(chart, column, { top, left: place(index), width: place(1), isChosen: index === chosen }))}
						${reference && reference.value > 0 ? lineView("chart-reference", heightOf(top - reference.value, top)) : nothing}
					</svg>
				</div>
				<div class="bars-axis" aria-hidden="true" ?data-sparse=${every > 1}>
					${columns.filter((_, index) => (index + 1) % every === 0).map(({ label }) => html`<span>${label}</span>`)}
				</div>
			</div>
			${reference && reference.value > 0 ? html`<p class="chart-reference-label">${reference.label}</p>` : nothing}
		`,
		table: {
			head: ["Day", ...(series.length > 1 ? ["All"] : []), ...series.map(({ name }) => name)],
			rows: columns.map((column) => rowOf(column, series.length > 1)),
		},
	});
}

function rowOf(column: Column, isStacked: boolean): View[] {
	const sum: View[] = isStacked ? [linkedView(formatInteger(sumOf(column)), column.href)] : [];
	const values = column.values.map((value, at) => linkedView(formatInteger(value), hrefOf(column, at)));
	return [`${column.longLabel}${column.isPartial ? ", so far" : ""}`, ...sum, ...values];
}

function hrefOf({ values, href, hrefs }: Column, at: number): string | undefined {
	return hrefs?.[at] ?? (values.length === 1 ? href : undefined);
}

function labelEvery(count: number): number {
	let every = Math.ceil(count / labelsMax);
	while (count % every !== 0) every++;
	return Math.max(every, 1);
}

const sumOf = ({ values }: Column) => values.reduce((sum, value) => sum + value, 0);
const heightOf = (value: number, top: number) => (value / top) * heightPixels;

function lineView(className: string, y: number): TemplateResult {
	return svg`<line class=${className} x1="0" x2="100%" y1=${y} y2=${y}></line>`;
}

/** In shares of the width and pixels of the height, so that patterns keep their shape. */
function columnView(
	{ id, series }: Bars,
	{ values, isPartial = false }: Column,
	{ top, left, width, isChosen }: { top: number; left: number; width: number; isChosen: boolean },
): TemplateResult {
	const x = `${left + (width * (1 - barShare)) / 2}%`;
	const barWidth = `${width * barShare}%`;
	let base = 0;
	const bars = values.map((value, at) => {
		const height = heightOf(value, top);
		const y = heightPixels - heightOf(base, top) - height;
		const shown = Math.max(0, height - (base > 0 && value > 0 ? 1 : 0));
		base += value;
		const fill = patternFill(id, series[at]?.pattern);
		return svg`
			<rect class="series" data-color=${series[at]?.color ?? 1} x=${x} y=${y} width=${barWidth} height=${shown}></rect>
			${fill ? svg`<rect x=${x} y=${y} width=${barWidth} height=${shown} fill=${fill}></rect>` : nothing}
		`;
	});
	const from = heightPixels - heightOf(base, top);
	return svg`
		${isChosen ? svg`<rect class="chart-chosen" x="${left}%" y="0" width="${width}%" height=${heightPixels}></rect>` : nothing}
		${bars}
		${isPartial && base > 0 ? svg`<rect x=${x} y=${from} width=${barWidth} height=${heightPixels - from} fill=${patternFill(id, "hatch")}></rect>` : nothing}
	`;
}

function captionOf({ columns, series }: Bars, index: number): View {
	const column = columns[index];
	if (!column) return nothing;
	const sum =
		series.length > 1 ? [html`${linkedView(`All ${formatInteger(sumOf(column))}`, column.href)} · `] : [];
	const figures = series.map(
		({ name }, at) =>
			html`${at > 0 ? " · " : ""}${linkedView(`${name} ${formatInteger(column.values[at] ?? 0)}`, hrefOf(column, at))}`,
	);
	return html`${column.longLabel}${column.isPartial ? ", so far" : ""}: ${sum}${figures}`;
}

function pointAt(id: string, count: number) {
	return (event: PointerEvent) => {
		const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
		chooseAt(id, Math.max(0, Math.min(count - 1, Math.floor(((event.clientX - left) / width) * count))));
	};
}

function openWithReturn({ id, columns }: Bars) {
	return (event: KeyboardEvent) => {
		const chosen = chosenIn(id);
		const href = chosen === null ? undefined : columns[chosen]?.href;
		if (event.key === "Enter" && href) goTo(href);
	};
}

function both(one: (event: KeyboardEvent) => void, other: (event: KeyboardEvent) => void) {
	return (event: KeyboardEvent) => {
		one(event);
		other(event);
	};
}
