import { changeOpening, currentOpening } from "../opening.ts";

/** As near to the end as this, the thread follows what comes. */
const endPixels = 48;

let drawnId: string | null = null;
let drawnContents: readonly unknown[] = [];

/**
 * Keeps what is in view where it is when the thread has changed; the end stays in view. Called while it is drawn;
 * something of `contents` is another whenever what the thread shows is different.
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
	// Measured: a thread that has just been scrolled to its first unread text is told of it by an event that comes later.
	const isAtEnd = scroller !== null && isEndInView(scroller);
	const anchor = isOpen && !isAtEnd ? findAnchor(scroller) : null;
	// Drawn by then, and not painted yet.
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

/** Of the sections that may be out of view next: left out, each keeps the height it had, and nothing moves. */
function rememberHeights(scroller: HTMLElement): void {
	const ends = scroller.querySelectorAll<HTMLElement>(".inbox-thread-section[data-end]");
	const heights = Array.from(ends, (section) => section.offsetHeight);
	for (const [index, section] of ends.entries())
		section.style.setProperty("contain-intrinsic-block-size", `auto ${heights[index]}px`);
}

/** Of the scroll event: whether the end came into view, or left it. */
export function followScroll(scroller: HTMLElement, newestId: string | null): void {
	const isAtEnd = isEndInView(scroller);
	const opening = currentOpening();
	if (opening && (opening.isAtEnd !== isAtEnd || (isAtEnd && opening.seenId !== newestId))) {
		// What was there when the end left the view was seen.
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

/** At the first text that nobody has read, if there is one; at the end otherwise. */
export function startAtUnread(scroller: HTMLElement): void {
	const first = scroller.querySelector("[data-unread]");
	if (first)
		scroller.scrollTop += first.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 24;
}

/** Puts it into the middle; once more when what was out of view before has its real height. */
export function showInMiddle(element: Element): void {
	const show = () => element.scrollIntoView({ block: "center" });
	show();
	requestAnimationFrame(show);
}

export function findScroller(): HTMLElement | null {
	return document.querySelector<HTMLElement>(".inbox-thread");
}

/** Browsers do this by themselves, but Safari not at all, and others not in every case. */
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
