import "../../parts/charts/charts.css";
import type { CampaignCounts } from "@cloudpbx/contracts/campaigns/campaigns";
import { html, nothing, svg } from "lit-html";
import type { Series } from "../../parts/charts/chart.ts";
import { patternFill, patternsView } from "../../parts/charts/chart-patterns.ts";
import type { View } from "../../parts/view.ts";
import { countOf, formatInteger, formatShare } from "../../words/counts.ts";
import { sharesOf } from "./domain/report.ts";

interface Part extends Series {
	count: number;
	href: string | null;
}

const barHeight = 28;

/** All recipients in one bar: final states as segments, the rest as room. Each figure links to its list. */
export function stackedBarView(id: string, counts: CampaignCounts): View {
	const { delivered, sent, failed, skipped, left } = sharesOf(counts);
	const list = (status: string) => `/campaigns/${id}?status=${status}`;
	const parts: Part[] = [
		{ name: "Delivered", color: 2, count: delivered, href: list("delivered") },
		{ name: "Sent, no word yet", color: 1, pattern: "dots", count: sent, href: list("sent") },
		{
			name: "Not Delivered",
			color: "bad",
			pattern: "stripes",
			count: failed,
			href: counts.failed > 0 ? list("failed") : list("undelivered"),
		},
		{ name: "Left Out", color: 6, pattern: "lines", count: skipped, href: list("skipped") },
	];
	return html`
		<figure class="campaigns-bar">
			<figcaption class="visually-hidden">Results for ${countOf(counts.total, { one: "person", other: "people" })}</figcaption>
			<svg height=${barHeight} aria-hidden="true">
				${patternsView("campaign-bar")}
				<rect class="campaigns-room" width="100%" height=${barHeight} rx="8"></rect>
				${partsView(parts, counts.total)}
			</svg>
			<ul>
				${parts.map((part) => html`<li>${swatchView(part)}<a href=${part.href}><span>${part.name}</span> <strong class="number">${formatInteger(part.count)}</strong> <span class="soft number">${formatShare(part.count, counts.total)}</span></a></li>`)}
				<li><span class="campaigns-room-swatch"></span><a href=${list("queued")}><span>To Come</span> <strong class="number">${formatInteger(left)}</strong> <span class="soft number">${formatShare(left, counts.total)}</span></a></li>
			</ul>
		</figure>
	`;
}

function partsView(parts: Part[], total: number): View[] {
	let from = 0;
	return parts
		.filter(({ count }) => count > 0)
		.map(({ count, color, pattern }) => {
			const x = `${(from * 100) / total}%`;
			const width = `${(count * 100) / total}%`;
			from += count;
			const fill = patternFill("campaign-bar", pattern);
			return svg`
				<rect class="series" data-color=${color} x=${x} width=${width} height=${barHeight}></rect>
				${fill ? svg`<rect x=${x} width=${width} height=${barHeight} fill=${fill}></rect>` : nothing}
				<line class="campaigns-edge" x1=${x} x2=${x} y1="0" y2=${barHeight}></line>
			`;
		});
}

function swatchView({ color, pattern }: Part): View {
	const fill = patternFill("campaign-bar", pattern);
	return html`
		<svg class="chart-swatch" width="14" height="14" aria-hidden="true">
			<rect class="series" data-color=${color} width="14" height="14" rx="3"></rect>
			${fill ? svg`<rect width="14" height="14" rx="3" fill=${fill}></rect>` : nothing}
		</svg>
	`;
}
