import { html, type TemplateResult } from "lit-html";
import { formatSeconds } from "../../words/times.ts";

let timer: ReturnType<typeof setInterval> | undefined;

/** A counting time, such as "1:05". It updates itself without drawing the page. */
export function runningTimeView(since: string): TemplateResult {
	timer ??= setInterval(updateAll, 1000);
	return html`<span class="number" role="timer" aria-live="off" data-since=${since} .textContent=${written(since)}></span>`;
}

function updateAll(): void {
	const clocks = document.querySelectorAll<HTMLElement>("[data-since]");
	for (const clock of clocks) clock.textContent = written(clock.dataset.since ?? "");
	if (clocks.length > 0) return;
	clearInterval(timer);
	timer = undefined;
}

function written(since: string): string {
	return formatSeconds((Date.now() - Date.parse(since)) / 1000);
}
