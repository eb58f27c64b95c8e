import { html, type TemplateResult } from "lit-html";
import { createStore } from "../state/store.ts";
import { closeIcon } from "./icons.ts";

/** A message that disappears by itself. It must never be the only trace of an error. */
export interface Notice {
	text: string;
	/** The label names what it undoes: "Undo Close". ⌘Z does the same. */
	undo?: { label: string; run: () => void };
	action?: { label: string; run: () => void };
	seconds?: number;
	onGone?: () => void;
}

interface Shown extends Notice {
	id: number;
	endsAt: number;
}

const store = createStore<{ notices: Shown[] }>({ notices: [] });
const noticesMax = 3;
let lastId = 0;

/** Returns a function that removes the notice. */
export function notify(notice: Notice): () => void {
	const id = ++lastId;
	const shown = { ...notice, id, endsAt: Date.now() + (notice.seconds ?? 6) * 1000 };
	for (const old of store.state.notices.slice(0, 1 - noticesMax)) remove(old.id);
	store.change((state) => state.notices.push(shown));
	setTimeout(() => endWhenLeft(id), shown.endsAt - Date.now());
	return () => remove(id);
}

/** Runs the undo of the newest notice that has one; false when there is none. */
export function undoLast(): boolean {
	const notice = store.state.notices.findLast(({ undo }) => undo !== undefined);
	if (!notice) return false;
	remove(notice.id);
	notice.undo?.run();
	return true;
}

export function noticesView(): TemplateResult {
	return html`
		<div class="notices" role="status">
			${store.state.notices.map(
				(notice) => html`
					<div class="notice" data-notice=${notice.id}>
						<p>${notice.text}</p>
						${[notice.action, notice.undo].map((one) =>
							one === undefined
								? ""
								: html`<button
										type="button"
										class="button"
										data-style="plain"
										@click=${() => {
											remove(notice.id);
											one.run();
										}}
									>
										${one.label}
									</button>`,
						)}
						<button type="button" class="button" data-style="plain" data-icon-only aria-label="Dismiss" title="Dismiss" @click=${() => remove(notice.id)}>${closeIcon}</button>
					</div>
				`,
			)}
		</div>
	`;
}

/** Stays while the pointer or the focus is on it. */
function endWhenLeft(id: number): void {
	const element = document.querySelector(`[data-notice="${id}"]`);
	if (element?.matches(":hover, :focus-within")) setTimeout(() => endWhenLeft(id), 1000);
	else remove(id);
}

function remove(id: number): void {
	const notice = store.state.notices.find((one) => one.id === id);
	if (!notice) return;
	store.change((state) => (state.notices = state.notices.filter((one) => one !== notice)));
	notice.onGone?.();
}
