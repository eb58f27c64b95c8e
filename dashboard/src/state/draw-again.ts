import { changed } from "./store.ts";

let timer: ReturnType<typeof setTimeout> | undefined;
let dueAt = Number.POSITIVE_INFINITY;

/**
 * For views whose words change with the time, while they draw: the page is drawn again within so many milliseconds. A view that is
 * no longer drawn asks for nothing, so that nothing ticks behind another page.
 */
export function drawAgainWithin(milliseconds: number): void {
	const at = Date.now() + milliseconds;
	if (at >= dueAt) return;
	dueAt = at;
	clearTimeout(timer);
	timer = setTimeout(() => {
		dueAt = Number.POSITIVE_INFINITY;
		changed();
	}, milliseconds);
}
