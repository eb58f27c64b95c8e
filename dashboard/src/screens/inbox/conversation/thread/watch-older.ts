import { loadOlder } from "../../resources/thread.ts";
import { findScroller } from "./place-in-thread.ts";

const aheadPixels = 1200;

let observer: IntersectionObserver | null = null;
let watched: { id: string; cursor: string; beginning: Element } | null = null;

/** For views. The button at the thread's beginning does the same. */
export function watchOlder(id: string, cursor: string | null): void {
	if (watched?.id === id && watched.cursor === cursor && watched.beginning.isConnected) return;
	queueMicrotask(() => {
		observer?.disconnect();
		watched = null;
		const scroller = findScroller();
		const beginning = cursor === null ? null : scroller?.querySelector(".inbox-thread-older");
		if (!scroller || !beginning || cursor === null) return;
		watched = { id, cursor, beginning };
		observer = new IntersectionObserver(
			(entries) => {
				if (entries.some(({ isIntersecting }) => isIntersecting)) void loadOlder(id);
			},
			{ root: scroller, rootMargin: `${aheadPixels}px 0px 0px` },
		);
		observer.observe(beginning);
	});
}
