import type { View } from "../src/parts/view.ts";
import { setPage } from "../src/state/page.ts";

export function showInsteadOfPage(view: () => View): void {
	const path = "/parts";
	const route = { path, title: "Parts", scope: null, load: async () => ({ screen }) };
	const screen = { view };
	setPage({ place: { path, params: {}, query: new URLSearchParams() }, route, screen });
}
