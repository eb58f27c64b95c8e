import type { ContactImport } from "@cloudpbx/contracts/contacts/contacts";
import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { saveFile } from "../../api/save-csv.ts";
import { actionButton, buttonView } from "../../parts/button.ts";
import { downloadIcon } from "../../parts/icons.ts";
import { closeSheet, openSheet } from "../../parts/sheet.ts";
import { refusalLine } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { act, actionOf, forget } from "../../state/actions.ts";
import { createStore } from "../../state/store.ts";
import { countOf } from "../../words/counts.ts";
import { type ContactField, fieldWords } from "./fields.ts";
import { readAgain } from "./resources.ts";

const reading = "contacts-import/read";
const storing = "contacts-import/store";
const saving = "contacts-import/refused";
const linesShown = 20;

interface State {
	file: File | null;
	preview: ContactImport | null;
	done: ContactImport | null;
}

const store = createStore<State>({ file: null, preview: null, done: null });

export function showImport(): void {
	for (const name of [reading, storing, saving]) forget(name);
	store.change((state) => Object.assign(state, { file: null, preview: null, done: null }));
	openSheet({ title: "Import Contacts", isWide: true, view: sheetView });
}

function sheetView(): View {
	const { done, file, preview } = store.state;
	const report = done ?? preview;
	return html`
		<div class="contacts-import">
			<div class="contacts-import-body" tabindex="-1">
			<p class="soft">A CSV file from a spreadsheet, Google Contacts or Outlook. Its first line names the columns. Contacts that exist already are updated; empty cells change nothing.</p>
			${done ? nothing : chooseView(file)}
			${refusalLine(actionOf(reading).refusal)}
			${report ? reportView(report, done !== null) : nothing}
			${refusalLine(actionOf(storing).refusal ?? actionOf(saving).refusal)}
			</div>
			<div class="form-buttons">
				${report && report.refusedCount > 0 ? actionButton({ name: saving, label: "Save Lines Not Taken", busyLabel: "Saving…", icon: downloadIcon, run: saveRefused }) : nothing}
				${done ? buttonView({ label: "Done", style: "prominent", onPress: closeSheet }) : importButton(preview)}
			</div>
		</div>
	`;
}

function chooseView(file: File | null): View {
	return html`
		<label class="contacts-file button">
			<span>${file ? "Choose Another File…" : "Choose File…"}</span>
			<input class="visually-hidden" type="file" accept=".csv,.tsv,.txt,text/csv" @change=${choose}>
		</label>
		${file ? html`<p class="contacts-file-name" dir="auto">${file.name}</p>` : nothing}
		${actionOf(reading).isBusy ? html`<p role="status">Reading…</p>` : nothing}
	`;
}

function importButton(preview: ContactImport | null): View {
	const count = preview ? preview.added + preview.changed : 0;
	return actionButton({
		name: storing,
		label: count > 0 ? `Import ${countOf(count, { one: "Contact", other: "Contacts" })}` : "Import",
		busyLabel: "Importing…",
		style: "prominent",
		unavailable: count > 0 ? undefined : "There is nothing to import yet.",
		run: importFile,
	});
}

function reportView(report: ContactImport, isDone: boolean): View {
	const counts: [number, string, string][] = [
		[report.added, "added", "is new"],
		[report.changed, "changed", "is changed"],
		[report.unchanged, "unchanged", "stays as it is"],
		[report.merged, "merged", "is another line of the same number"],
		[report.refusedCount, "not taken", "cannot be taken"],
	];
	return html`
		<section role="status" aria-label=${isDone ? "What was done" : "What the file would do"}>
			<h3 class="group-title">${isDone ? "Imported" : "What This File Would Do"}</h3>
			<dl class="contacts-counts">
				${counts.filter(([count], at) => count > 0 || at === 0).map(([count, word]) => html`<div><dt>${word}</dt><dd class="number">${count}</dd></div>`)}
			</dl>
		</section>
		${isDone ? nothing : columnsView(report)}
		${report.refused.length === 0 ? nothing : refusedView(report)}
	`;
}

function columnsView({ columns }: ContactImport): View {
	if (columns.length === 0) return nothing;
	return html`
		<section>
			<h3 class="group-title">Columns</h3>
			<ul class="contacts-columns">
				${columns.map(({ heading, field }) => html`<li dir="auto"><span>${heading || "No heading"}</span> <span class=${field ? nothing : "soft"}>${field ? fieldWords[field as ContactField] : "Left out"}</span></li>`)}
			</ul>
		</section>
	`;
}

function refusedView({ refused, refusedCount }: ContactImport): View {
	const shown = refused.slice(0, linesShown);
	return html`
		<section>
			<h3 class="group-title">Not Taken</h3>
			<ol class="contacts-refused">
				${shown.map(({ line, reason }) => html`<li dir="auto"><span class="number">Line ${line}</span> ${reason}</li>`)}
			</ol>
			${refusedCount > shown.length ? html`<p class="soft">${countOf(refusedCount - shown.length, { one: "more line", other: "more lines" })}: save them to see all.</p>` : nothing}
		</section>
	`;
}

function choose(event: Event): void {
	const [file] = (event.currentTarget as HTMLInputElement).files ?? [];
	if (!file) return;
	forget(storing);
	store.change((state) => Object.assign(state, { file, preview: null }));
	void act(reading, async () => {
		const preview = await send<ContactImport>("?preview=true");
		if (store.state.file === file) store.change((state) => (state.preview = preview));
	});
}

async function importFile(): Promise<void> {
	const done = await send<ContactImport>("");
	store.change((state) => (state.done = done));
	readAgain();
}

/** A dry run: the server returns the refused rows as a file and stores nothing. */
async function saveRefused(): Promise<void> {
	const blob = await send<Blob>("?preview=true", "text/csv");
	saveFile(blob, "contacts-not-taken.csv");
}

function send<Answer>(query: string, accept = "application/json"): Promise<Answer> {
	const { file } = store.state;
	return ask<Answer>(async () => {
		const headers = { "content-type": "text/csv", accept };
		const response = await fetch(`/api/contacts/import${query}`, { method: "POST", headers, body: file });
		if (response.ok && accept === "text/csv") response.json = () => response.blob();
		return response;
	});
}
