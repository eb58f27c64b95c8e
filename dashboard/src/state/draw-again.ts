import { changed } from "./store.ts";

let timer: ReturnType<typeof setTimeout> | undefined;
let dueAt = Number.POSITIVE_INFINITY;

/** For views whose words change with time: the page is drawn again within this time. */
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
