export function openNewText(to?: string): void {
	void import("./new-text/new-text.ts").then(({ showNewText }) => showNewText(to));
}
