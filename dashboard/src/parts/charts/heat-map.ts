import "./charts.css";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { levelOf } from "../../domain/chart-scale.ts";
import { goTo } from "../../router.ts";
import { formatInteger, formatShare } from "../../words/counts.ts";
import { formatHour, formatHourOfWeek, formatWeekday } from "../../words/times.ts";
import type { View } from "../view.ts";
import { chartFrame, chooseAt, chosenIn, linkedView, walkChart } from "./chart.ts";

export interface HeatMap {
	id: string;
	title: string;
	subtitle: string;
	/** 7 rows, Monday first, of 24 local hours. */
	hours: number[][];
	/** For the caption: "3 calls"; with a base, "1 of 3 calls missed, 33%". */
	write: (value: number, base: number) => string;
	base?: number[][];
	choice?: View;
	isBad?: boolean;
	hrefOf?: (day: number, hour: number) => string;
}

const hoursPerDay = 24;
const levels = 5;
const cell = 10;

export function heatMapView(chart: HeatMap): TemplateResult {
	const { hours, id, hrefOf, base } = chart;
	const isEmpty = (base ?? hours).flat().every((value) => value === 0);
	const shades = base
		? hours.map((row, day) => row.map((value, hour) => shareOf(value, base[day]?.[hour])))
		: hours;
	const most = base ? 1 : Math.max(0, ...hours.flat());
	const chosen = chosenIn(id);
	const walk = walkChart(id, hours.length * hoursPerDay, hoursPerDay);
	return chartFrame({
		chart,
		legend: [],
		caption: chosen === null ? nothing : captionOf(chart, chosen),
		plot: html`
			<div class="heat" ?data-bad=${chart.isBad}>
				<div class="heat-days" aria-hidden="true">${hours.map((_, day) => html`<span>${formatWeekday(day, "short")}</span>`)}</div>
				<div
					class="chart-plot"
					role="group"
					tabindex="0"
					aria-label="Arrow keys walk the hours, Return opens one"
					@keydown=${(event: KeyboardEvent) => {
						walk(event);
						if (event.key === "Enter" && chosen !== null && hrefOf) goTo(hrefOf(...placeOf(chosen)));
					}}
					@pointermove=${pointAt(id, hours.length)}
					@pointerdown=${pointAt(id, hours.length)}
				>
					<svg viewBox="0 0 ${hoursPerDay * cell} ${hours.length * cell}" preserveAspectRatio="none" aria-hidden="true">
						${shades.flatMap((row, day) =>
							row.map(
								(value, hour) =>
									svg`<rect class="heat-cell" data-level=${levelOf(value, most, levels)} ?data-chosen=${chosen === day * hoursPerDay + hour} x=${hour * cell + 0.5} y=${day * cell + 0.5} width=${cell - 1} height=${cell - 1} rx="1.5"></rect>`,
							),
						)}
					</svg>
				</div>
				<div class="heat-hours" aria-hidden="true">${[0, 6, 12, 18].map((hour) => html`<span>${formatHour(hour)}</span>`)}</div>
			</div>
			${scaleView(chart, isEmpty, most)}
		`,
		table: {
			head: ["Hour", ...hours.map((_, day) => formatWeekday(day, "short"))],
			rows: Array.from({ length: hoursPerDay }, (_, hour): View[] => [
				formatHour(hour),
				...hours.map((row, day) => cellView(row[hour] ?? 0, hrefOf?.(day, hour))),
			]),
		},
	});
}

function cellView(value: number, href: string | undefined): View {
	return linkedView(formatInteger(value), value > 0 ? href : undefined);
}

function captionOf({ base, hours, write, hrefOf }: HeatMap, index: number): View {
	const [day, hour] = placeOf(index);
	const value = hours[day]?.[hour] ?? 0;
	const words = write(value, base?.[day]?.[hour] ?? value);
	return html`${formatHourOfWeek(day, hour)}: ${linkedView(words, value > 0 ? hrefOf?.(day, hour) : undefined)}`;
}

function shareOf(value: number, base = 0): number {
	return base === 0 ? 0 : value / base;
}

function placeOf(index: number): [day: number, hour: number] {
	return [Math.floor(index / hoursPerDay), index % hoursPerDay];
}

function scaleView({ base, isBad, write }: HeatMap, isEmpty: boolean, most: number): TemplateResult {
	if (isEmpty) return html`<p class="heat-scale">Nothing yet</p>`;
	const [from, to] = base ? [formatShare(0, 1), formatShare(1, 1)] : ["0", write(most, most)];
	return html`
		<p class="heat-scale" ?data-bad=${isBad}>
			<span>${from}</span>
			<svg width=${(levels + 1) * 16} height="12" aria-hidden="true">
				${Array.from({ length: levels + 1 }, (_, level) => svg`<rect class="heat-cell" data-level=${level} x=${level * 16 + 1} width="14" height="12" rx="3"></rect>`)}
			</svg>
			<span>${to}</span>
		</p>
	`;
}

function pointAt(id: string, days: number) {
	return (event: PointerEvent) => {
		const { left, top, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
		const hour = Math.max(
			0,
			Math.min(hoursPerDay - 1, Math.floor(((event.clientX - left) / width) * hoursPerDay)),
		);
		const day = Math.max(0, Math.min(days - 1, Math.floor(((event.clientY - top) / height) * days)));
		chooseAt(id, day * hoursPerDay + hour);
	};
}
