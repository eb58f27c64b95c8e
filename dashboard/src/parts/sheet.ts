import { html, nothing } from "lit-html";
import { act, actionOf, forget } from "../state/actions.ts";
import { createStore } from "../state/store.ts";
import { closeIcon } from "./icons.ts";
import { refusalLine } from "./states.ts";
import type { View } from "./view.ts";

export interface Sheet {
	title: string;
	view: () => View;
	onClose?: () => void;
	isWide?: boolean;
}

export interface Alert {
	title: string;
	text: string;
	verb: string;
	busyLabel: string;
	run: () => Promise<unknown>;
}

const store = createStore<{ sheet: Sheet | null; alert: Alert | null }>({ sheet: null, alert: null });
const alertName = "alert";

/** For making one thing. One sheet at a time. */
export function openSheet(sheet: Sheet): void {
	store.change((state) => (state.sheet = sheet));
}

export function closeSheet(): void {
	document.querySelector<HTMLDialogElement>("dialog.sheet")?.close();
}

/** Only before rare, irreversible acts. Everything else acts at once, with Undo. */
export function openAlert(alert: Alert): void {
	forget(alertName);
	store.change((state) => (state.alert = alert));
}

export function sheetsView(): View {
	const { sheet, alert } = store.state;
	return html`${sheet ? sheetView(sheet) : nothing}${alert ? alertView(alert) : nothing}`;
}

/** After each drawing, opens new dialogs and focuses their first field. */
export function showDialogs(): void {
	// Dialogs are direct children of the root, so that the search stays short with ten thousand rows.
	for (const dialog of document.getElementById("app")?.children ?? []) {
		if (!(dialog instanceof HTMLDialogElement) || dialog.open) continue;
		dialog.showModal();
		const first =
			dialog.querySelector<HTMLElement>("[autofocus]") ?? dialog.querySelector<HTMLElement>(fields);
		(first ?? dialog).focus();
	}
}

const fields = "input:not(:disabled), textarea, select";

function sheetView(sheet: Sheet): View {
	return html`
		<dialog
			class="sheet"
			data-modal
			tabindex="-1"
			?data-wide=${sheet.isWide}
			aria-labelledby="sheet-title"
			@close=${() => {
				store.change((state) => (state.sheet = null));
				sheet.onClose?.();
			}}
		>
			<header class="sheet-head">
				<h2 id="sheet-title">${sheet.title}</h2>
				<button type="button" class="button" data-style="plain" data-icon-only aria-label="Close" title="Close" @click=${closeSheet}>${closeIcon}</button>
			</header>
			${sheet.view()}
		</dialog>
	`;
}

function alertView(alert: Alert): View {
	const { isBusy, refusal } = actionOf(alertName);
	const close = (event: Event) => (event.currentTarget as Element).closest("dialog")?.close();
	return html`
		<dialog
			class="alert"
			data-modal
			role="alertdialog"
			aria-labelledby="alert-title"
			aria-describedby="alert-text"
			@close=${() => store.change((state) => (state.alert = null))}
		>
			<h2 id="alert-title">${alert.title}</h2>
			<p id="alert-text">${alert.text}</p>
			${refusalLine(refusal)}
			<div class="form-buttons">
				<button type="button" class="button" autofocus @click=${close}>Cancel</button>
				<button
					type="button"
					class="button"
					data-style="destructive"
					?disabled=${isBusy}
					@click=${async (event: Event) => {
						const dialog = (event.currentTarget as Element).closest("dialog");
						if (await act(alertName, alert.run)) dialog?.close();
					}}
				>
					${isBusy ? alert.busyLabel : alert.verb}
				</button>
			</div>
		</dialog>
	`;
}
