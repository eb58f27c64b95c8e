import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { writeSeconds } from "../words/times.ts";

/** Clocks on the page. They write themselves, so that nothing else is drawn each second. */
const clocks = new Set<HTMLElement>();
let timer: ReturnType<typeof setInterval> | undefined;

/** How long something has lasted, counting on: "1:05". */
export function runningTimeView(since: string): TemplateResult {
	return html`<span class="number" role="timer" aria-live="off" data-since=${since} ${ref(follow)}></span>`;
}

function follow(element: Element | undefined): void {
	if (!(element instanceof HTMLElement)) return;
	clocks.add(element);
	write(element);
	timer ??= setInterval(writeAll, 1000);
}

function writeAll(): void {
	for (const clock of clocks) {
		if (clock.isConnected) write(clock);
		else clocks.delete(clock);
	}
	if (clocks.size > 0) return;
	clearInterval(timer);
	timer = undefined;
}

function write(clock: HTMLElement): void {
	const since = Date.parse(clock.dataset.since ?? "");
	clock.textContent = writeSeconds((Date.now() - since) / 1000);
}
