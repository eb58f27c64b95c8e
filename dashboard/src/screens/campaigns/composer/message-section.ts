import { textCharactersMax } from "@cloudpbx/contracts/words/text-limits";
import "./message.css";
import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import { listMergeFields, replaceOtherwise } from "@cloudpbx/domain/merge-fields/render-message";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { html, nothing } from "lit-html";
import { peek } from "../../../api/resource.ts";
import { plainTextOf } from "../../../domain/plain-text.ts";
import { buttonView } from "../../../parts/button.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { nameCharacter } from "../../../parts/forms/segment-meter.ts";
import type { View } from "../../../parts/view.ts";
import { countOf, formatInteger, formatList, formatMoney } from "../../../words/counts.ts";
import { describeTexts } from "../domain/describe-review.ts";
import { recipients } from "../resources.ts";
import type { Draft } from "./draft.ts";
import { phoneView } from "./phone.ts";
import { preview } from "./preview.ts";
import { edit } from "./save-draft.ts";

const stopWords = "Reply STOP to opt out.";
const charactersNamed = 6;
const fieldsMax = 12;

export function messageSection(draft: Draft): View {
	const { message } = draft.plan;
	const look = draft.id === null ? undefined : peek(preview(draft.id));
	const used = listMergeFields(message);
	return html`
		<section class="campaigns-section" aria-labelledby="campaigns-message">
			<h2 id="campaigns-message">Message</h2>
			<div class="campaigns-message">
				<div class="campaigns-writing">
					<label class="visually-hidden" for="campaign-message">Message</label>
					<textarea
						id="campaign-message"
						class="input"
						rows="6"
						maxlength=${textCharactersMax}
						dir="auto"
						placeholder="Hi {{firstName|there}}, … ${stopWords}"
						aria-describedby="campaign-cost"
						.value=${message}
						@input=${(event: Event) => edit({ message: (event.currentTarget as HTMLTextAreaElement).value })}
					></textarea>
					${chipsView(namesOf(draft))}
					${used.length === 0 ? nothing : html`<div class="campaigns-otherwise">${used.map(({ name, otherwise }) => otherwiseView(message, name, otherwise))}</div>`}
					<div class="campaigns-notes" role="status">
						<p id="campaign-cost">${costView(message, look)}</p>
						${plainView(message, look)} ${look ? warningsView(message, look) : nothing}
					</div>
				</div>
				${phoneView(draft, look)}
			</div>
		</section>
	`;
}

function namesOf({ id, source }: Draft): string[] {
	if (source) return [];
	const list = id === null ? undefined : peek(recipients(id, {}));
	return [...new Set((list?.items ?? []).flatMap(({ fields }) => Object.keys(fields)))].slice(0, fieldsMax);
}

function chipsView(names: string[]): View {
	if (names.length === 0) {
		return html`<p class="campaigns-chips field-hint">You can insert a column, such as {{firstName}}.</p>`;
	}
	return html`
		<div class="campaigns-chips" role="group" aria-label="Insert a field">
			${names.map((name) => html`<button type="button" class="button" @click=${() => insert(`{{${name}}}`)}><span dir="auto">${name}</span></button>`)}
		</div>
	`;
}

function insert(words: string): void {
	const field = document.querySelector<HTMLTextAreaElement>("#campaign-message");
	if (!field) return;
	field.focus();
	field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
	edit({ message: field.value });
}

function otherwiseView(message: string, name: string, otherwise: string): View {
	return fieldView({
		label: `Without ${name}`,
		name: `otherwise-${name}`,
		value: otherwise,
		placeholder: "nothing",
		maxLength: 64,
		onInput: (word) => edit({ message: replaceOtherwise(message, name, word) }),
	});
}

function costView(message: string, look: CampaignPreview | undefined): string {
	if (message === "") return "Nothing is written yet.";
	const length = `${formatInteger(message.length)} of ${formatInteger(textCharactersMax)} characters`;
	if (!look || look.kept === 0) {
		return `${length} · ${countOf(countSegments(message).segments, { one: "text", other: "texts" })} each`;
	}
	return `${length} · ${describeTexts(look)} with the fields filled in · about ${formatMoney(look.estimate.cost)}`;
}

function plainView(message: string, look: CampaignPreview | undefined): View {
	const own = countSegments(message).nonGsmCharacters;
	const others = (look?.segments.forcedBy ?? []).filter(
		(one) => !own.includes(one) && !message.includes(one),
	);
	if (own.length === 0 && others.length === 0) return nothing;
	const plain = plainTextOf(message);
	const shown = (own.length > 0 ? own : others).slice(0, charactersNamed);
	return html`
		<p class="campaigns-warning">
			${shown.map((one) => html`<span class="costly">${nameCharacter(one)}</span> `)}
			${own.length > 0 ? "" : "in somebody’s fields "}${shown.length === 1 ? "leaves" : "leave"} room for 70 characters a text instead of 160.
			${plain === message ? nothing : buttonView({ label: "Replace with Plain", style: "plain", onPress: () => edit({ message: plain }) })}
		</p>
	`;
}

function warningsView(message: string, look: CampaignPreview): View {
	const has = (code: string) => look.warnings.some((warning) => warning.code === code);
	const { count, examples } = look.missingFields;
	const names = [...new Set(examples.flatMap(({ fields }) => fields))];
	return html`
		${
			has("no_opt_out_wording") && message.trim() !== ""
				? html`<p class="campaigns-warning">It does not say how to opt out, which the first text to somebody must. ${buttonView({ label: `Add “${stopWords}”`, style: "plain", onPress: () => edit({ message: `${message.trimEnd()} ${stopWords}` }) })}</p>`
				: nothing
		}
		${
			count > 0
				? html`<p class="campaigns-warning">${countOf(count, { one: "person has", other: "people have" })} no value for <span dir="auto">${formatList(names)}</span>. It is left out of their text, unless you give a word to use instead.</p>`
				: nothing
		}
		${look.warnings.filter(({ code }) => code === "merge_fields").map(({ message: words }) => html`<p class="campaigns-warning" dir="auto">${words}</p>`)}
		${look.setAside.too_long > 0 ? html`<p class="campaigns-warning">With the fields filled in, ${countOf(look.setAside.too_long, { one: "text is", other: "texts are" })} too long for the carrier. Those people are left out. Shorten the message, or remove a field.</p>` : nothing}
		${has("long") ? html`<p class="campaigns-warning">Up to ${formatInteger(look.segments.perMessageMax)} texts each are billed. Shorten it to pay less.</p>` : nothing}
	`;
}
