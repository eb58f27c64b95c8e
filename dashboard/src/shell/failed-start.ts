import { html, render } from "lit-html";
import { toRefusal } from "../api/refusal.ts";
import { refusalView } from "../parts/states.ts";

/** The server could not be reached, not even for the session. */
export function showFailedStart(root: HTMLElement, error: unknown): void {
	render(
		html`<main class="lone">
			<h1 class="visually-hidden">CloudPBX</h1>
			${refusalView(toRefusal(error), { retry: () => location.reload() })}
		</main>`,
		root,
	);
}
