import { changeOpening, currentOpening } from "../opening.ts";

/** Within this distance from the end the thread follows new texts. */
const endPixels = 48;

let drawnId: string | null = null;
let drawnContents: readonly unknown[] = [];

/**
 * For views. Keeps the visible part in place when the thread changes; the end stays in view. An element of
 * `contents` must change whenever the thread looks different.
 */
export function keepPlace(
	id: string,
	contents: readonly unknown[],
	start: (scroller: HTMLElement) => void,
): void {
	const scroller = findScroller();
	const isOpen = drawnId === id && scroller !== null;
	if (isOpen && contents.every((one, index) => one === drawnContents[index])) return;
	drawnId = id;
	drawnContents = contents;
	// Measured, because the scroll event after a jump to the first unread text comes later.
	const isAtEnd = scroller !== null && isEndInView(scroller);
	const anchor = isOpen && !isAtEnd ? findAnchor(scroller) : null;
	queueMicrotask(() => {
		const drawn = findScroller();
		if (!drawn) return;
		if (!isOpen) start(drawn);
		else if (isAtEnd) drawn.scrollTop = 0;
		else if (anchor?.element.isConnected)
			drawn.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
		rememberHeights(drawn);
	});
}

/** Sections that may leave the view keep their height when they are no longer laid out. */
function rememberHeights(scroller: HTMLElement): void {
	const ends = scroller.querySelectorAll<HTMLElement>(".inbox-thread-section[data-end]");
	const heights = Array.from(ends, (section) => section.offsetHeight);
	for (const [index, section] of ends.entries())
		section.style.setProperty("contain-intrinsic-block-size", `auto ${heights[index]}px`);
}

export function followScroll(scroller: HTMLElement, newestId: string | null): void {
	const isAtEnd = isEndInView(scroller);
	const opening = currentOpening();
	if (opening && (opening.isAtEnd !== isAtEnd || (isAtEnd && opening.seenId !== newestId))) {
		// Texts that were there when the end left the view have been seen.
		changeOpening({ isAtEnd, ...((isAtEnd || opening.isAtEnd) && { seenId: newestId }) });
	}
}

function isEndInView(scroller: HTMLElement): boolean {
	return scroller.scrollTop > -endPixels;
}

export function goToEnd(): void {
	const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
	findScroller()?.scrollTo({ top: 0, behavior: isStill ? "auto" : "smooth" });
}

export function startAtUnread(scroller: HTMLElement): void {
	const first = scroller.querySelector("[data-unread]");
	if (first)
		scroller.scrollTop += first.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 24;
}

/** Scrolls twice: elements that were out of view get their real height only then. */
export function showInMiddle(element: Element): void {
	const show = () => element.scrollIntoView({ block: "center" });
	show();
	requestAnimationFrame(show);
}

export function findScroller(): HTMLElement | null {
	return document.querySelector<HTMLElement>(".inbox-thread");
}

/** Replaces scroll anchoring, which Safari lacks and other browsers apply only in some cases. */
function findAnchor(scroller: HTMLElement): { element: Element; top: number } | null {
	const { left, top, width, height } = scroller.getBoundingClientRect();
	for (let down = 8; down < height; down += 24) {
		const element = document
			.elementFromPoint(left + width / 2, top + down)
			?.closest(".inbox-thread-section > :is(article, details)");
		if (element) return { element, top: element.getBoundingClientRect().top };
	}
	return null;
}
