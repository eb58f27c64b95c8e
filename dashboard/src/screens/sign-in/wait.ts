import { html } from "lit-html";
import type { Refusal } from "../../api/refusal.ts";
import type { View } from "../../parts/view.ts";
import { drawAgainWithin } from "../../state/draw-again.ts";
import { formatDuration } from "../../words/times.ts";

const ends = new WeakMap<Refusal, number>();

/** Milliseconds since 1970. */
export function waitUntil(refusal: Refusal): number {
	const known = ends.get(refusal);
	if (known !== undefined) return known;
	const end = Date.now() + (refusal.retryAfterSeconds ?? 0) * 1000;
	ends.set(refusal, end);
	return end;
}

export function waitView(end: number): View {
	const seconds = Math.ceil((end - Date.now()) / 1000);
	if (seconds <= 0) return html`<p class="refusal-line" role="status">You can try again now.</p>`;
	drawAgainWithin(1000);
	return html`<div class="refusal-line"><p role="alert">Too many wrong passwords.</p><p>Try again in ${formatDuration(seconds)}.</p></div>`;
}
