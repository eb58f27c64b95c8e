/** Sheets above any page. The shell provides them at the start, so that a page opens them without importing the shell. */
interface Overlays {
	openPalette(): void;
	openKeyList(): void;
}

let overlays: Overlays | null = null;

export function provideOverlays(provided: Overlays): void {
	overlays = provided;
}

export function openPalette(): void {
	overlays?.openPalette();
}

export function openKeyList(): void {
	overlays?.openKeyList();
}
