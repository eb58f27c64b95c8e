/**
 * Runs in the page. Finds a page wider than its window, cut words, covered or small controls, and a missing
 * heading.
 */
export function findLayoutFaults(): string[] {
	const faults: string[] = [];
	const dialog = [...document.querySelectorAll<HTMLElement>("dialog:modal")].at(-1);
	const scope: HTMLElement = dialog ?? document.body;
	const nameOf = (element: Element) => {
		const words = (element.getAttribute("aria-label") ?? element.textContent ?? "")
			.trim()
			.replace(/\s+/g, " ");
		return `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${words.slice(0, 40)}”`;
	};
	const isShown = (element: Element) =>
		element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

	if (document.documentElement.scrollWidth > innerWidth)
		faults.push(`The page is ${document.documentElement.scrollWidth} px wide.`);

	for (const element of scope.querySelectorAll<HTMLElement>("*")) {
		if (!(element instanceof HTMLElement) || !isShown(element) || element.closest(".visually-hidden"))
			continue;
		const style = getComputedStyle(element);
		const isCut =
			/hidden|clip/.test(style.overflowX) && style.textOverflow !== "ellipsis" && element.clientWidth > 1;
		if (isCut && element.scrollWidth > element.clientWidth + 1 && hasWords(element))
			faults.push(`Cut off: ${nameOf(element)}`);
		const cutsBelow = /hidden|clip/.test(style.overflowY) && element.clientHeight > 1;
		if (cutsBelow && element.scrollHeight > element.clientHeight + 2 && hasWords(element))
			faults.push(`Cut below: ${nameOf(element)}`);
		const scrolls = /auto|scroll/.test(style.overflowX);
		const isMeantToScroll =
			element.matches(".segments, .table-scroll") || style.scrollSnapType.startsWith("x");
		if (scrolls && !isMeantToScroll && element.scrollWidth > element.clientWidth + 1)
			faults.push(`Scrolls sideways: ${nameOf(element)}`);
	}

	const controls = [
		...scope.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary"),
	];
	for (const control of controls) {
		if (!isShown(control) || control.closest(".visually-hidden, .skip")) continue;
		const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
		const isInline = getComputedStyle(control).display === "inline";
		const label = control.closest("label");
		if (!isInline && !label && (width < 24 || height < 24))
			faults.push(`Too small, ${Math.round(width)} × ${Math.round(height)}: ${nameOf(control)}`);
		const isInScroller = control.closest(".segments, .table-scroll") !== null;
		if (!isInScroller && (right > innerWidth + 1 || left < -1)) faults.push(`Outside: ${nameOf(control)}`);
		const x = left + width / 2;
		const y = top + height / 2;
		const isInSight = x > 0 && x < innerWidth && top >= 0 && bottom <= innerHeight && isInPane(control, y);
		if (!isInSight || isInScroller) continue;
		const there = document.elementFromPoint(x, y);
		const isItself = there && (control.contains(there) || there.contains(control) || label?.contains(there));
		if (!isItself && there && !there.closest(".notice, [popover], .news, .save-bar"))
			faults.push(`Covered by ${nameOf(there)}: ${nameOf(control)}`);
	}

	const headings = [...document.querySelectorAll("h1")].filter(isShown);
	if (headings.length !== 1) faults.push(`There are ${headings.length} headings of the first rank.`);
	if (document.querySelectorAll("main").length !== 1) faults.push("There is not exactly one main landmark.");
	return [...new Set(faults)];

	function hasWords(element: Element): boolean {
		return (element.textContent ?? "").trim() !== "";
	}

	/** A pane scrolls: nothing covers what lies below its edge. */
	function isInPane(control: Element, y: number): boolean {
		const pane = control.closest("[data-scroll], dialog, .palette-results, .sidebar, .card-page, [popover]");
		if (!pane) return true;
		const { top, bottom } = pane.getBoundingClientRect();
		return y > top + 1 && y < bottom - 1;
	}
}
