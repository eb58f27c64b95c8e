import "./charts.css";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { levelOf } from "../domain/chart-scale.ts";
import { writeInteger } from "../words/counts.ts";
import { writeHour, writeWeekday } from "../words/times.ts";
import { chartFrame, chooseAt, chosenIn, walkChart } from "./chart.ts";

export interface HeatMap {
	/** Unique on the page. */
	id: string;
	title: string;
	subtitle: string;
	/** 7 rows, Monday first, of 24 local hours. */
	hours: number[][];
	/** What is counted, for the caption: "3 calls". */
	write: (value: number) => string;
	/** Of shares: the base, so that no percent stands without it. */
	most?: number;
}

const hoursPerDay = 24;
const levels = 5;
const cell = 10;

/** When in the week something happens: the darker, the more. */
export function heatMapView(chart: HeatMap): TemplateResult {
	const { hours, id } = chart;
	const most = chart.most ?? Math.max(0, ...hours.flat());
	const chosen = chosenIn(id);
	const count = hours.length * hoursPerDay;
	return chartFrame({
		chart,
		legend: [],
		caption: chosen === null ? nothing : captionOf(chart, chosen),
		plot: html`
			<div class="heat">
				<div class="heat-days" aria-hidden="true">${hours.map((_, day) => html`<span>${writeWeekday(day, "short")}</span>`)}</div>
				<div
					class="chart-plot"
					role="group"
					tabindex="0"
					aria-label="Arrow keys walk the hours"
					@keydown=${walkChart(id, count, hoursPerDay)}
					@pointermove=${pointAt(id, hours.length)}
				>
					<svg viewBox="0 0 ${hoursPerDay * cell} ${hours.length * cell}" preserveAspectRatio="none" aria-hidden="true">
						${hours.flatMap((row, day) =>
							row.map(
								(value, hour) =>
									svg`<rect class="heat-cell" data-level=${levelOf(value, most, levels)} ?data-chosen=${chosen === day * hoursPerDay + hour} x=${hour * cell + 0.5} y=${day * cell + 0.5} width=${cell - 1} height=${cell - 1} rx="1.5"></rect>`,
							),
						)}
					</svg>
				</div>
				<div class="heat-hours" aria-hidden="true">${[0, 6, 12, 18].map((hour) => html`<span>${writeHour(hour)}</span>`)}</div>
			</div>
		`,
		table: {
			head: ["Day", ...Array.from({ length: hoursPerDay }, (_, hour) => writeHour(hour))],
			rows: hours.map((row, day) => [writeWeekday(day, "long"), ...row.map(writeInteger)]),
		},
	});
}

function captionOf({ hours, write }: HeatMap, index: number): string {
	const day = Math.floor(index / hoursPerDay);
	const hour = index % hoursPerDay;
	const until = writeHour((hour + 1) % hoursPerDay);
	return `${writeWeekday(day, "long")}, ${writeHour(hour)} to ${until}: ${write(hours[day]?.[hour] ?? 0)}`;
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
