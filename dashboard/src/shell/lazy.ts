import { nothing } from "lit-html";
import type { View } from "../parts/view.ts";

/** Code for later: loaded while the page is idle. */

export function openPalette(): void {
	void import("./palette.ts").then(({ showPalette }) => showPalette());
}

export function openKeyList(): void {
	void import("./key-list.ts").then(({ showKeyList }) => showKeyList());
}

let signIn: typeof import("../session/sign-in-again.ts") | null = null;

export async function signInAgain(): Promise<void> {
	signIn ??= await import("../session/sign-in-again.ts");
	await signIn.signInAgain();
}

export function signInSheetView(): View {
	return signIn?.signInSheetView() ?? nothing;
}

export function fetchAhead(): void {
	const wait = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));
	wait(() => {
		void import("./palette.ts");
		void import("../session/sign-in-again.ts");
	});
}
