import { html, nothing, type TemplateResult } from "lit-html";
import { findFieldError, type Refusal } from "../../api/refusal.ts";
import { act, actionOf } from "../../state/actions.ts";
import { refusalLine } from "../states.ts";
import type { View } from "../view.ts";

/**
 * A form that sends a request. Field errors reach `fields` through `errorOf(name)`; other refusals stand above the
 * buttons. `name` names the action.
 */
export function formView(form: {
	name: string;
	fields: (errorOf: (field: string) => string | undefined) => View;
	submit: string;
	busyLabel: string;
	isDestructive?: boolean;
	unavailable?: string | undefined;
	run: (values: Record<string, string>) => Promise<unknown>;
	onDone?: () => void;
	aside?: View;
	/** Replaces the view of a refusal; undefined keeps it. */
	rewrite?: (refusal: Refusal) => View | undefined;
}): TemplateResult {
	const { isBusy, refusal } = actionOf(form.name);
	const shown = new Set<string>();
	const errorOf = (field: string) => {
		const error = findFieldError(refusal, field);
		if (error) shown.add(field);
		return error;
	};
	const fields = form.fields(errorOf);
	const rest = refusal && shown.size === 0 ? (form.rewrite?.(refusal) ?? refusalLine(refusal)) : nothing;
	return html`
		<form
			class="form"
			@submit=${async (event: SubmitEvent) => {
				event.preventDefault();
				const element = event.currentTarget as HTMLFormElement;
				const values = readValues(element);
				if (await act(form.name, () => form.run(values))) form.onDone?.();
				else focusFault(element);
			}}
		>
			${fields} ${rest}
			<div class="form-buttons">
				${form.aside ?? nothing}
				<button
					class="button"
					data-style=${form.isDestructive ? "destructive" : "prominent"}
					?disabled=${isBusy || form.unavailable !== undefined}
					title=${form.unavailable ?? nothing}
				>
					${isBusy ? form.busyLabel : form.submit}
				</button>
			</div>
		</form>
	`;
}

function readValues(form: HTMLFormElement): Record<string, string> {
	const entries = [...new FormData(form)].filter(
		(entry): entry is [string, string] => typeof entry[1] === "string",
	);
	return Object.fromEntries(entries);
}

function focusFault(form: HTMLFormElement): void {
	setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), 0);
}
