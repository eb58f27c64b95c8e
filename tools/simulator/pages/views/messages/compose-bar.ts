import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { countSegments } from "../../../src/messages/count-segments.ts";
import { notify } from "../../operations/attempt.ts";
import { sendDraft } from "../../operations/threads.ts";
import { change, type Phone, type TextDraft, textDraftOf } from "../../state.ts";
import { closeIcon, pictureIcon, sendIcon } from "../icons.ts";

const charactersMax = 1600;
const pictureBytesMax = 5 * 1024 * 1024;

/** Return sends; Shift+Return begins a new line. */
export function composeBarView(phone: Phone, party: string): TemplateResult {
	const draft = textDraftOf(phone.number, party);
	const send = () => void sendDraft(phone.number, party);
	return html`
		<form
			class="compose"
			@submit=${(event: Event) => {
				event.preventDefault();
				send();
			}}
		>
			${draft.picture ? pictureView(draft, draft.picture) : nothing}
			<div class="compose-bar">
				<label class="small-round attach" title="Attach Picture…">
					<input
						class="visually-hidden"
						type="file"
						accept="image/*"
						aria-label="Attach Picture…"
						@change=${(event: Event) => void attach(draft, event)}
					>
					${pictureIcon}
				</label>
				<textarea
					rows="1"
					maxlength=${charactersMax}
					aria-label="Message"
					placeholder="Text"
					.value=${live(draft.text)}
					@input=${(event: Event) => {
						const { value } = event.currentTarget as HTMLTextAreaElement;
						change(() => (draft.text = value));
					}}
					@keydown=${(event: KeyboardEvent) => {
						if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
						event.preventDefault();
						send();
					}}
				></textarea>
				<button
					class="small-round send"
					aria-label="Send"
					title="Send"
					?disabled=${!draft.text.trim() && !draft.picture}
				>
					${sendIcon}
				</button>
			</div>
			<p class="segments-hint">${describeLength(draft.text)}</p>
		</form>
	`;
}

function pictureView(draft: TextDraft, { name, preview }: NonNullable<TextDraft["picture"]>): TemplateResult {
	return html`
		<div class="attached">
			<img src=${preview} alt="">
			<span class="attached-name">${name}</span>
			<button
				type="button"
				class="plain icon-only"
				aria-label="Remove Picture"
				title="Remove Picture"
				@click=${() => change(() => (draft.picture = null))}
			>
				${closeIcon}
			</button>
		</div>
	`;
}

/** One text holds 160 GSM characters, or 70 with others. */
function describeLength(text: string): string {
	if (!text) return "";
	const { encoding, segments } = countSegments(text);
	const count = `${text.length} of ${charactersMax}`;
	return `${count} · ${segments === 1 ? "1 segment" : `${segments} segments`}${encoding === "UCS-2" ? " · Unicode" : ""}`;
}

async function attach(draft: TextDraft, event: Event): Promise<void> {
	const field = event.currentTarget as HTMLInputElement;
	const [file] = field.files ?? [];
	field.value = "";
	if (!file) return;
	if (file.size > pictureBytesMax) return notify("A picture may have 5 MB at most.");
	const reader = new FileReader();
	reader.onload = () => {
		const preview = URL.createObjectURL(file);
		change(() => (draft.picture = { name: file.name, address: String(reader.result), preview }));
	};
	reader.readAsDataURL(file);
}
