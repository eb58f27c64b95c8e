import "./kept-form.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { readDraft, writeDraft } from "../../state/drafts.ts";
import type { KeptForm } from "../../state/kept-form.ts";
import { notify } from "../notices.ts";
import { type Alert, openAlert } from "../sheet.ts";
import { refusalLine } from "../states.ts";
import type { View } from "../view.ts";

/** `names` labels the fields in conflicts; `write` writes values that are not text. */
export function keptFormView<Data>(
	form: KeptForm<Data>,
	{
		fields,
		names,
		write = (_field, value) => String(value),
		confirm = () => null,
		consequence = nothing,
	}: {
		fields: View;
		names: Partial<Record<keyof Data & string, string>>;
		write?: ((field: string, value: unknown) => string) | undefined;
		/** A side effect of saving; below the fields, where it moves nothing. */
		consequence?: View | undefined;
		confirm?: ((form: KeptForm<Data>) => Omit<Alert, "run"> | null) | undefined;
	},
): TemplateResult {
	return html`
		<form
			class="kept-form"
			novalidate
			@submit=${async (event: SubmitEvent) => {
				event.preventDefault();
				const element = event.currentTarget as HTMLFormElement;
				const save = async () => {
					if (!(await form.save())) setTimeout(() => focusFault(element), 0);
				};
				const alert = confirm(form);
				if (alert) openAlert({ ...alert, run: save });
				else await save();
			}}
		>
			<div class="kept-form-fields">${fields} ${consequence}</div>
			${form.conflicts.length === 0 ? nothing : conflictsView(form, names, write)}
			${refusalLine(form.refusal)}
			${form.readOnly === null ? barView(form) : html`<p class="kept-form-locked">${form.readOnly}</p>`}
		</form>
	`;
}

function barView<Data>(form: KeptForm<Data>): View {
	const { isBusy, isChanged, isSaved, conflicts } = form;
	const isInConflict = conflicts.length > 0;
	const why = isInConflict ? "Choose one of the two values first." : "Nothing has changed.";
	const stateWords = isInConflict
		? "Somebody else saved this meanwhile"
		: isChanged
			? "Not saved yet"
			: isSaved
				? "Saved"
				: "";
	const isReady = isChanged && !isBusy && !isInConflict;
	return html`
		<div class="save-bar">
			<p class="save-bar-state" role="status">${stateWords}</p>
			<button type="button" class="button" ?disabled=${!isChanged || isBusy} @click=${() => discard(form)}>Discard</button>
			<button class="button" data-style="prominent" ?disabled=${!isReady} title=${isReady || isBusy ? nothing : why}>
				${isBusy ? "Saving…" : "Save"}
			</button>
		</div>
	`;
}

function discard<Data>(form: KeptForm<Data>): void {
	const draft = readDraft(form.name);
	form.discard();
	notify({
		text: "The changes are discarded.",
		undo: { label: "Undo Discard", run: () => writeDraft(form.name, draft) },
	});
}

function conflictsView<Data>(
	form: KeptForm<Data>,
	names: Record<string, string | undefined>,
	write: (field: string, value: unknown) => string,
): View {
	return html`
		<section class="conflicts" role="alert" aria-label="Changed by somebody else">
			<h2 class="conflicts-title">Somebody else saved this meanwhile</h2>
			<p class="conflicts-text">Nothing you wrote is lost. Choose which values to keep, then save.</p>
			${form.conflicts.map(({ field, theirs, mine }) => {
				const name = names[field] ?? field;
				return html`
					<div class="conflict" role="group" aria-label=${name}>
						<h3>${name}</h3>
						<div class="conflict-values">
							${valueView("Theirs", write(field, theirs))} ${valueView("Yours", write(field, mine))}
						</div>
						<div class="conflict-ways">
							<button type="button" class="button" @click=${() => form.useTheirs(field)}>Use Theirs</button>
							<button type="button" class="button" @click=${() => form.keepMine(field)}>Keep Mine</button>
						</div>
					</div>
				`;
			})}
		</section>
	`;
}

function valueView(whose: string, value: string): View {
	return html`
		<div class="conflict-value">
			<p class="conflict-whose">${whose}</p>
			<p class="conflict-words" dir="auto">${value === "" ? "Nothing" : value}</p>
		</div>
	`;
}

function focusFault(form: HTMLFormElement): void {
	const fault = form.querySelector<HTMLElement>(".conflict-ways .button, [aria-invalid=true]");
	fault?.focus();
	form.querySelector(".conflicts, .refusal-line")?.scrollIntoView({ block: "nearest" });
}
