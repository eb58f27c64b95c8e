import { html, type TemplateResult } from "lit-html";
import { formatClock, formatListTime, formatMoment } from "../words/times.ts";

export function timeView(at: string, write: "list" | "clock" | "moment" = "list"): TemplateResult {
	const now = Date.now();
	const words =
		write === "list" ? formatListTime(at, now) : write === "clock" ? formatClock(at) : formatMoment(at);
	return html`<time datetime=${at} title=${formatMoment(at)}>${words}</time>`;
}
