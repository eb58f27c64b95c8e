import { changed } from "./store.ts";

let timer: ReturnType<typeof setTimeout> | undefined;
let dueAt = Number.POSITIVE_INFINITY;

/**
 * For views whose words change with time: draws the page again within this time. A view that is no longer drawn
 * stops it.
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
