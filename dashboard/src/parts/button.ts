import { html, nothing, type TemplateResult } from "lit-html";
import { act, actionOf } from "../state/actions.ts";
import type { View } from "./view.ts";

export type ButtonStyle = "normal" | "prominent" | "destructive" | "plain";

interface Button {
	/** A verb in title case, with "…" when input follows. */
	label: string;
	style?: ButtonStyle;
	icon?: View;
	/** The label becomes the accessible name and the tip. */
	isIconOnly?: boolean;
	/** The reason why it cannot be pressed; shown in its tip and its description. */
	unavailable?: string | undefined;
	/** As in `aria-keyshortcuts`. */
	shortcut?: string;
	/** The label at other times. The button is as wide as the longer of both. */
	otherLabel?: string;
}

export function buttonView(
	button: Button & { onPress: (event: Event) => void; isBusy?: boolean },
): TemplateResult {
	const { label, style = "normal", icon = nothing, isIconOnly = false, unavailable, shortcut } = button;
	return html`
		<button
			type="button"
			class="button"
			data-style=${style}
			?data-icon-only=${isIconOnly}
			aria-label=${isIconOnly ? label : nothing}
			title=${unavailable ?? (isIconOnly ? label : nothing)}
			aria-description=${unavailable ?? nothing}
			aria-disabled=${unavailable !== undefined || button.isBusy ? "true" : nothing}
			aria-keyshortcuts=${shortcut ?? nothing}
			@click=${(event: Event) => {
				if (unavailable === undefined && !button.isBusy) button.onPress(event);
			}}
		>
			${icon}${isIconOnly ? nothing : wordsView(label, button.otherLabel)}
		</button>
	`;
}

function wordsView(label: string, otherLabel: string | undefined): TemplateResult {
	if (otherLabel === undefined) return html`<span>${label}</span>`;
	return html`<span class="button-words"><span>${label}</span><span aria-hidden="true">${otherLabel}</span></span>`;
}

/** Runs a request and shows that it is busy. Show refusals with `refusalLine(actionOf(name).refusal)`. */
export function actionButton(
	button: Button & { name: string; busyLabel: string; run: () => Promise<unknown> },
): TemplateResult {
	const { isBusy } = actionOf(button.name);
	return buttonView({
		...button,
		isBusy,
		label: isBusy ? button.busyLabel : button.label,
		otherLabel: isBusy ? button.label : button.busyLabel,
		onPress: () => void act(button.name, button.run),
	});
}
