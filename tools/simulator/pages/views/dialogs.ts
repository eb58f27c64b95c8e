import { html, nothing, type TemplateResult } from "lit-html";
import { formatNumber, parseNumber } from "../domain/phones/format-number.ts";
import { notify } from "../operations/attempt.ts";
import { addPhone, removePhone, renamePhone } from "../operations/phones.ts";
import { resetNetwork } from "../operations/set-network.ts";
import { change, type Phone, state } from "../state.ts";
import { showPhoneSoon } from "./show-phone.ts";

export function openDialog(id: string): void {
	const dialog = document.getElementById(id);
	if (dialog instanceof HTMLDialogElement) dialog.showModal();
}

export function addPhoneDialogView(): TemplateResult {
	return html`
		<dialog id="add-phone" aria-labelledby="add-phone-title" @click=${closeOnBackdrop}>
			<form method="dialog" @submit=${submitPhone}>
				<h2 id="add-phone-title">Add Phone</h2>
				<p>A virtual phone with any number. Numbers with 555-01 belong to nobody.</p>
				<div class="group">
					<label><span>Name</span><input name="name" required maxlength="40" autocomplete="off" placeholder="Ana’s Mobile"></label>
					<label>
						<span>Number</span>
						<input name="number" type="tel" required autocomplete="off" placeholder="+1 (415) 555-0153" @input=${clearError}>
					</label>
				</div>
				${buttonsView("Add")}
			</form>
		</dialog>
	`;
}

/** One dialog serves all phones. */
export function openPhoneSettings(phone: Phone): void {
	change((next) => {
		next.editedNumber = phone.number;
	});
	queueMicrotask(() => openDialog("phone-settings"));
}

export function phoneSettingsView(): TemplateResult {
	const phone = state.phones.find((one) => one.number === state.editedNumber);
	return html`
		<dialog
			id="phone-settings"
			aria-labelledby="phone-settings-title"
			@click=${closeOnBackdrop}
			@close=${() => change((next) => (next.editedNumber = null))}
		>
			${phone ? phoneFormView(phone) : nothing}
		</dialog>
	`;
}

function phoneFormView(phone: Phone): TemplateResult {
	return html`
		<form
			method="dialog"
			@submit=${(event: SubmitEvent) => renamePhone(phone.number, readField(event, "name"))}
		>
			<h2 id="phone-settings-title">${formatNumber(phone.number)}</h2>
			<div class="group">
				<label>
					<span>Name</span>
					<input name="name" required maxlength="40" autocomplete="off" .value=${phone.name}>
				</label>
			</div>
			<button
				type="button"
				class="wide destructive"
				@click=${(event: Event) => {
					closeDialogOf(event);
					removeWithUndo(phone);
				}}
			>
				Remove Phone
			</button>
			${buttonsView("Save")}
		</form>
	`;
}

function removeWithUndo(phone: Phone): void {
	const restore = removePhone(phone.number);
	showNext();
	notify(`${phone.name} is removed.`, {
		label: "Undo",
		run() {
			restore();
			showPhoneSoon(phone);
		},
	});
}

function showNext(): void {
	const { focusedNumber } = state;
	if (focusedNumber) showPhoneSoon({ number: focusedNumber });
	else queueMicrotask(() => document.querySelector<HTMLElement>(".no-phones button")?.focus());
}

export function resetDialogView(): TemplateResult {
	return html`
		<dialog id="reset" role="alertdialog" aria-labelledby="reset-title" aria-describedby="reset-text" @click=${closeOnBackdrop}>
			<form method="dialog" @submit=${() => void resetNetwork()}>
				<h2 id="reset-title">Reset the Network?</h2>
				<p id="reset-text">
					All calls, recordings and texts on the simulated network are forgotten. The company’s numbers stay. This
					cannot be undone.
				</p>
				${buttonsView("Reset Network", true)}
			</form>
		</dialog>
	`;
}

/** Return presses the first submit button. Before an irreversible act Cancel has the focus. */
function buttonsView(verb: string, isDestructive = false): TemplateResult {
	return html`
		<div class="buttons">
			<button type="button" class="wide" ?autofocus=${isDestructive} @click=${closeDialogOf}>Cancel</button>
			<button class="wide ${isDestructive ? "destructive" : "primary"}">${verb}</button>
		</div>
	`;
}

function submitPhone(event: SubmitEvent): void {
	event.preventDefault();
	const number = parseNumber(readField(event, "number"));
	const problem = findProblem(number);
	if (problem) {
		const field = fieldOf(event, "number");
		field?.setCustomValidity(problem);
		field?.reportValidity();
		return;
	}
	addPhone(number, readField(event, "name"));
	(event.target as HTMLFormElement).reset();
	// Closed first, because a dialog returns the focus to its opener.
	closeDialogOf(event);
	showPhoneSoon({ number });
}

function findProblem(number: string): string | null {
	if (!/^\+[1-9]\d{6,14}$/.test(number))
		return "Enter a whole number with its country code, like +14155550153.";
	if (state.phones.some((phone) => phone.number === number))
		return "A phone with this number is already here.";
	if (state.numbers.some((one) => one.phoneNumber === number)) return "This number is the company’s.";
	return null;
}

function fieldOf(event: Event, name: string): HTMLInputElement | null {
	const field = (event.target as HTMLFormElement).elements.namedItem(name);
	return field instanceof HTMLInputElement ? field : null;
}

function readField(event: Event, name: string): string {
	return fieldOf(event, name)?.value.trim() ?? "";
}

function clearError(event: Event): void {
	(event.currentTarget as HTMLInputElement).setCustomValidity("");
}

function closeDialogOf(event: Event): void {
	(event.target as Element).closest("dialog")?.close();
}

function closeOnBackdrop(event: MouseEvent): void {
	if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
}
