import "./recipients.css";
import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type { SetAsideReason } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { html, nothing } from "lit-html";
import { use } from "../../../api/resource.ts";
import { saveCsv } from "../../../api/save-csv.ts";
import { actionButton, buttonView } from "../../../parts/button.ts";
import { textAreaView } from "../../../parts/forms/field.ts";
import { downloadIcon } from "../../../parts/icons.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { lazily } from "../../../state/lazily.ts";
import { countOf, formatInteger } from "../../../words/counts.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { people } from "../domain/describe-review.ts";
import { setAsideWords } from "../domain/set-aside-words.ts";
import { changeDraft, type Draft } from "./draft.ts";
import { preview } from "./preview.ts";

const list = lazily(() => import("./mapping.ts"));
const contacts = lazily(() => import("./audience.ts"));
const exporting = "export/set-aside";
const examplesShown = 6;

/** A list to choose, then its columns, then the result. Each step is equally high, so that nothing moves. */
export function recipientsSection(draft: Draft, campaign: Campaign | null): View {
	const isThere = (campaign?.counts.total ?? 0) > 0;
	return html`
		<section class="campaigns-section campaigns-recipients" aria-labelledby="campaigns-recipients">
			<h2 id="campaigns-recipients">Recipients</h2>
			${draft.audience ? (contacts()?.audienceView(draft, draft.audience) ?? nothing) : draft.source ? (list()?.mappingView(draft, draft.source) ?? nothing) : isThere && campaign && !draft.isReplacing ? reportView(campaign) : chooseView(draft, isThere)}
		</section>
	`;
}

function chooseView(draft: Draft, isReplacing: boolean): View {
	list();
	return html`
		<div class="campaigns-choose" @dragover=${over} @dragleave=${leave} @drop=${drop}>
			<div class="campaigns-drop">
				<p>Drop a CSV file here, such as one saved by a spreadsheet.</p>
				<label class="button campaigns-file">
					<input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values" aria-label="Choose File" @change=${pick}>
					<span>Choose File…</span>
				</label>
			</div>
			${textAreaView({
				label: "Or paste numbers, or rows with a heading",
				name: "campaign-paste",
				value: draft.pasted,
				rows: 5,
				placeholder: "number,firstName\n(415) 555-0199,Ana",
				onInput: (text) => void import("./mapping.ts").then(({ choosePasted }) => choosePasted(text)),
			})}
		</div>
		${draft.sourceFault === null ? nothing : html`<p class="field-error" role="alert">${draft.sourceFault}</p>`}
		<div class="form-buttons">
			${isReplacing ? buttonView({ label: "Keep the Old List", onPress: () => changeDraft({ isReplacing: false, sourceFault: null }) }) : nothing}
			${can("contacts:read") ? buttonView({ label: "Contacts with Tags…", onPress: chooseContacts }) : nothing}
		</div>
	`;
}

function chooseContacts(): void {
	changeDraft({ audience: { tags: [], notTags: [], days: "" }, sourceFault: null });
}

function over(event: DragEvent): void {
	if (!event.dataTransfer?.types.includes("Files")) return;
	event.preventDefault();
	(event.currentTarget as HTMLElement).toggleAttribute("data-over", true);
}

function leave(event: DragEvent): void {
	(event.currentTarget as HTMLElement).removeAttribute("data-over");
}

function drop(event: DragEvent): void {
	const [file] = event.dataTransfer?.files ?? [];
	leave(event);
	if (!file) return;
	event.preventDefault();
	choose(file);
}

function choose(file: File): void {
	void import("./mapping.ts").then(({ chooseFile }) => chooseFile(file));
}

function pick(event: Event): void {
	const input = event.currentTarget as HTMLInputElement;
	const [file] = input.files ?? [];
	if (file) choose(file);
	input.value = "";
}

function reportView({ id, counts }: Campaign): View {
	const look = use(preview(id)).data;
	const kept = look?.kept ?? counts.queued;
	const total = look?.total ?? counts.total;
	const out = total - kept;
	return html`
		<p class="campaigns-kept" role="status">
			<strong>${countOf(kept, people)}</strong> will be texted${out === 0 ? "." : html`, <strong>${formatInteger(out)}</strong> of ${formatInteger(total)} are set aside.`}
		</p>
		${look && out > 0 ? asideView(look) : nothing}
		${(look?.warnings ?? []).filter(({ code }) => code === "time_zones").map(({ message }) => html`<p class="campaigns-warning" dir="auto">${message}</p>`)}
		<div class="form-buttons campaigns-list-buttons">
			${
				out > 0
					? actionButton({
							name: exporting,
							label: "Save Set Aside as CSV",
							busyLabel: "Saving…",
							icon: downloadIcon,
							run: () => saveCsv(`/api/campaigns/${id}/recipients?status=skipped`, "set-aside.csv"),
						})
					: nothing
			}
			${buttonView({ label: "Replace List…", onPress: () => changeDraft({ isReplacing: true, pasted: "" }) })}
		</div>
		${refusalLine(actionOf(exporting).refusal)}
	`;
}

function asideView({ setAside, examples }: CampaignPreview): View {
	const reasons = (Object.entries(setAside) as [SetAsideReason, number][]).filter(([, count]) => count > 0);
	return html`
		<dl class="campaigns-aside">
			${reasons.map(([reason, count]) => html`<div><dt>${setAsideWords[reason]}</dt><dd class="number">${formatInteger(count)}</dd></div>`)}
		</dl>
		<ul class="campaigns-examples" aria-label="Some of those set aside">
			${examples
				.slice(0, examplesShown)
				.map(
					({ number, words }) =>
						html`<li><span class="number" dir="auto">${formatNumber(number) || "(empty)"}</span> <span class="soft">${words}</span></li>`,
				)}
		</ul>
	`;
}
