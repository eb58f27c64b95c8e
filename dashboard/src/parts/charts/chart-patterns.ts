import { svg, type TemplateResult } from "lit-html";

/** Distinguishes series besides their colour; `hatch` marks a period that is not over. */
export type Pattern = "stripes" | "dots" | "lines";

export function patternsView(chartId: string): TemplateResult {
	const frame = (name: Pattern | "hatch", size: number, turn: number, ink: TemplateResult) =>
		svg`<pattern id="${chartId}-${name}" width=${size} height=${size} patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${ink}</pattern>`;
	return svg`
		${frame("stripes", 6, 45, svg`<rect class="chart-ink" width="2" height="6"></rect>`)}
		${frame("lines", 4, 0, svg`<rect class="chart-ink" width="4" height="1.5"></rect>`)}
		${frame("dots", 6, 0, svg`<circle class="chart-ink" cx="3" cy="3" r="1.4"></circle>`)}
		${frame("hatch", 8, -45, svg`<rect class="chart-ink" width="4" height="8"></rect>`)}
	`;
}

export function patternFill(chartId: string, pattern: Pattern | "hatch" | undefined): string | null {
	return pattern === undefined ? null : `url(#${chartId}-${pattern})`;
}
