import { html, type TemplateResult } from "lit-html";
import { writeClock, writeListTime, writeMoment } from "../words/times.ts";

export function timeView(at: string, write: "list" | "clock" | "moment" = "list"): TemplateResult {
	const now = Date.now();
	const words =
		write === "list" ? writeListTime(at, now) : write === "clock" ? writeClock(at) : writeMoment(at);
	return html`<time datetime=${at} title=${writeMoment(at)}>${words}</time>`;
}
