/** What is needed only after a key or a button was pressed; it is fetched once the page is at rest, to be there at once. */

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
export const paletteKeyWords = isApple ? "⌘K" : "Ctrl K";

export function openPalette(): void {
	void import("./palette.ts").then(({ showPalette }) => showPalette());
}

export function openKeyList(): void {
	void import("./key-list.ts").then(({ showKeyList }) => showKeyList());
}

export function fetchAhead(): void {
	const wait = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));
	wait(() => void import("./palette.ts"));
}
