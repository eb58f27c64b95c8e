import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { buttonView } from "../../../parts/button.ts";
import { formView } from "../../../parts/forms/form.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import type { View } from "../../../parts/view.ts";
import { forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { countOf } from "../../../words/counts.ts";
import { readAgain } from "./resources.ts";

interface Report {
	added: number;
	/** Opted out already. */
	unchanged: number;
	invalidCount: number;
	invalid: { line: number; reason: string }[];
}

const actionName = "opt-outs-import";
const shownMax = 20;
const store = createStore<{ file: File | null; report: Report | null }>({ file: null, report: null });

export function showImport(): void {
	forget(actionName);
	store.change((state) => Object.assign(state, { file: null, report: null }));
	openSheet({
		title: "Import Opt-Outs",
		view: () => (store.state.report ? reportView(store.state.report) : chooseView()),
	});
}

function chooseView(): View {
	return html`
		<p class="sheet-text">A CSV file with a column of numbers and perhaps a column “reason”, as Export makes it. 1 MB and 50,000 rows at most; the same file twice changes nothing more.</p>
		${formView({
			name: actionName,
			fields: () => html`
				<div class="field">
					<label for="opt-outs-file">File</label>
					<input id="opt-outs-file" class="input" type="file" accept=".csv,text/csv" @change=${(event: Event) => choose(event)}>
				</div>
			`,
			submit: "Import",
			busyLabel: "Importing…",
			unavailable: store.state.file === null ? "Choose a file first." : undefined,
			run: importFile,
		})}
	`;
}

function choose(event: Event): void {
	const file = (event.currentTarget as HTMLInputElement).files?.[0] ?? null;
	store.change((state) => (state.file = file));
}

async function importFile(): Promise<void> {
	const { file } = store.state;
	if (!file) return;
	const headers = { "content-type": "text/csv" };
	const report = await ask<Report>(() =>
		fetch("/api/opt-outs/import", { method: "POST", headers, body: file }),
	);
	store.change((state) => (state.report = report));
	readAgain();
}

function reportView({ added, unchanged, invalidCount, invalid }: Report): View {
	return html`
		<dl class="definitions">
			<div><dt>Opted out now</dt><dd>${countOf(added, { one: "number", other: "numbers" })}</dd></div>
			<div><dt>Opted out before</dt><dd>${countOf(unchanged, { one: "number", other: "numbers" })}</dd></div>
			<div><dt>Left out</dt><dd>${countOf(invalidCount, { one: "line", other: "lines" })}</dd></div>
		</dl>
		${
			invalid.length === 0
				? nothing
				: html`
						<h3 class="group-title">Left Out</h3>
						<ul class="opt-outs-left-out">
							${invalid.slice(0, shownMax).map(({ line, reason }) => html`<li><span class="number">Line ${line}</span> <span class="soft" dir="auto">${reason}</span></li>`)}
							${invalidCount > shownMax ? html`<li class="soft">and ${countOf(invalidCount - shownMax, { one: "more line", other: "more lines" })}</li>` : nothing}
						</ul>
					`
		}
		<div class="form-buttons">${buttonView({ label: "Done", style: "prominent", onPress: closeSheet })}</div>
	`;
}
