import { html, type TemplateResult } from "lit-html";
import { createStore } from "../state/store.ts";
import { buttonView } from "./button.ts";
import { checkIcon, copyIcon } from "./icons.ts";
import type { View } from "./view.ts";

const store = createStore<{ copied: string | null }>({ copied: null });

export function secretSheetView(made: {
	text: View;
	label: string;
	value: string;
	advice?: string;
	onDone: () => void;
}): TemplateResult {
	const { advice, label, onDone, text, value } = made;
	return html`
		<p class="sheet-text">${text}</p>
		${secretView({ label, value, hint: `Shown only now. Nobody can read it here later${advice ? `; ${advice}` : ""}.` })}
		<div class="form-buttons secret-done">${buttonView({ label: "Done", onPress: onDone })}</div>
	`;
}

function secretView(secret: { label: string; value: string; hint: string }): TemplateResult {
	const isCopied = store.state.copied === secret.value;
	return html`
		<div class="field">
			<label for="secret">${secret.label}</label>
			<div class="secret">
				<input id="secret" class="input" readonly .value=${secret.value} aria-describedby="secret-hint" @focus=${selectAll}>
				${buttonView({
					label: isCopied ? "Copied" : "Copy",
					style: "prominent",
					icon: isCopied ? checkIcon : copyIcon,
					onPress: () => void copy(secret.value),
				})}
			</div>
			<p class="field-hint" id="secret-hint">${secret.hint}</p>
		</div>
	`;
}

/** Without clipboard access the secret is selected for copying by hand. */
async function copy(value: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(value);
		store.change((state) => (state.copied = value));
	} catch {
		document.querySelector<HTMLInputElement>("#secret")?.focus();
	}
}

function selectAll(event: Event): void {
	(event.currentTarget as HTMLInputElement).select();
}
