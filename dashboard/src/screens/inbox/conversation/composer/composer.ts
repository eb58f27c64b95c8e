import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { textCharactersMax } from "@cloudpbx/contracts/words/text-limits";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { segmentMeterView } from "../../../../parts/forms/segment-meter.ts";
import { moreIcon } from "../../../../parts/icons.ts";
import { segmentedChoice } from "../../../../parts/lists/segments.ts";
import { menuView } from "../../../../parts/menu.ts";
import { refusalLine } from "../../../../parts/states.ts";
import type { View } from "../../../../parts/view.ts";
import { can } from "../../../../session/session.ts";
import { actionOf } from "../../../../state/actions.ts";
import { createStore } from "../../../../state/store.ts";
import { newestOf, type Thread } from "../../domain/thread.ts";
import {
	type DraftKind,
	readConversationDraft,
	readReplyDraft,
	writeConversationDraft,
} from "../../drafts.ts";
import { addNote, noteName } from "../../operations/add-note.ts";
import { focusField, sendReply } from "../../operations/send-reply.ts";
import { nameContact } from "../../words.ts";
import { showPause, showWriting } from "../thread/attend.ts";
import { doesReturnSend, setChoice, undoDelay } from "./choices.ts";
import { findMissed } from "./find-missed.ts";
import { growDrawnField, growField } from "./grow-field.ts";
import { optedOutView } from "./opted-out.ts";

const store = createStore<{ id: string; kind: DraftKind }>({ id: "", kind: "reply" });

export function composerView(thread: Thread): View {
	const { conversation } = thread;
	if (!can("messages:send"))
		return html`<p class="inbox-composer-closed">Your role can read texts but not send them. An owner can change it under Settings, People.</p>`;
	const kind = kindOf(conversation.id);
	return html`
		<div class="inbox-composer" data-kind=${kind}>
			<div class="inbox-composer-head">
				${segmentedChoice({
					label: "What you write",
					name: "composer-kind",
					value: kind,
					choices: { reply: "Text", note: "Note" },
					onChange: (chosen) => write(conversation.id, chosen),
				})}
				${kind === "note" ? html`<p class="inbox-meter" id="composer-hint">Only colleagues see this.</p>` : conversation.isOptedOut ? nothing : meterView(conversation.id)}
				${menuView({
					id: "composer-menu",
					label: "Writing Options",
					face: moreIcon,
					isIconOnly: true,
					items: [
						{
							label: "Return Sends",
							detail: "Otherwise it breaks the line.",
							isChosen: doesReturnSend(),
							run: () => setChoice("return-sends", !doesReturnSend()),
						},
						{
							label: "Undo for 5 Seconds",
							detail: "A text is held that long before it is sent.",
							isChosen: undoDelay() > 0,
							run: () => setChoice("undo-send", undoDelay() === 0),
						},
					],
				})}
			</div>
			${kind === "note" ? noteForm(conversation) : conversation.isOptedOut ? optedOutView(conversation) : replyForm(thread)}
		</div>
	`;
}

export function write(conversationId: string, kind: DraftKind): void {
	store.change((state) => Object.assign(state, { id: conversationId, kind }));
	focusField();
}

function kindOf(conversationId: string): DraftKind {
	return store.state.id === conversationId ? store.state.kind : "reply";
}

function replyForm(thread: Thread): TemplateResult {
	const { conversation } = thread;
	const { id, from, mode } = conversation;
	const { text, sinceId } = readReplyDraft(id);
	const label = findMissed(thread) ? "Send Anyway" : mode === "assistant" ? "Take Over and Send" : "Send";
	const unavailable =
		text.trim() === ""
			? "Write a text first."
			: text.length > textCharactersMax
				? "The text is too long."
				: undefined;
	return html`
		${fieldView({ conversation, kind: "reply", text, sinceId, newestId: newestOf(thread)?.id ?? null, label: `Text to ${nameContact(from)}`, describedBy: "composer-meter", submit: () => unavailable === undefined && sendReply(conversation, text) })}
		${sendButton({ label, unavailable, onPress: () => sendReply(conversation, text) })}
	`;
}

function meterView(id: string): View {
	const { text, sinceId } = readReplyDraft(id);
	const onReplace = (plain: string) => writeConversationDraft("reply", id, { text: plain, sinceId });
	return html`<div class="inbox-meter" id="composer-meter">${text === "" ? nothing : segmentMeterView(text, { onReplace })}</div>`;
}

function noteForm(conversation: Conversation): TemplateResult {
	const { id } = conversation;
	const { text } = readConversationDraft("note", id);
	const { isBusy, refusal } = actionOf(noteName(id));
	const unavailable = text.trim() === "" ? "Write a note first." : undefined;
	const submit = () => unavailable === undefined && !isBusy && void addNote(id, text.trim());
	return html`
		${fieldView({ conversation, kind: "note", text, sinceId: null, newestId: null, label: "Note for colleagues", describedBy: "composer-hint", submit })}
		${refusalLine(refusal)}
		${sendButton({ label: isBusy ? "Adding…" : "Add Note", unavailable, onPress: () => void submit() })}
	`;
}

function sendButton(button: {
	label: string;
	unavailable: string | undefined;
	onPress: () => void;
}): TemplateResult {
	const { label, unavailable, onPress } = button;
	return html`
		<button
			type="button"
			class="button inbox-composer-send"
			data-style="prominent"
			aria-disabled=${unavailable ? "true" : nothing}
			aria-description=${unavailable ?? nothing}
			title=${unavailable ?? nothing}
			@click=${() => (unavailable === undefined ? onPress() : focusField())}
		>
			${label}
		</button>
	`;
}

function fieldView(field: {
	conversation: Conversation;
	kind: DraftKind;
	text: string;
	sinceId: string | null;
	newestId: string | null;
	label: string;
	describedBy: string;
	submit: () => unknown;
}): TemplateResult {
	const { conversation, kind, text, sinceId, newestId, label, describedBy, submit } = field;
	growDrawnField();
	return html`
		<textarea
			class="input inbox-composer-field"
			rows="1"
			aria-label=${label}
			aria-describedby=${describedBy}
			placeholder=${kind === "note" ? "Write a note" : "Write a text"}
			dir="auto"
			.value=${live(text)}
			@input=${(event: Event) => {
				const area = event.currentTarget as HTMLTextAreaElement;
				growField(area);
				const draft = { text: area.value, sinceId: text === "" ? newestId : sinceId };
				writeConversationDraft(kind, conversation.id, draft);
				if (kind === "reply" && area.value !== "") showWriting(conversation.id);
				else showPause(conversation.id);
			}}
			@keydown=${(event: KeyboardEvent) => {
				if (event.key !== "Enter" || event.isComposing || event.shiftKey || !doesReturnSend()) return;
				event.preventDefault();
				submit();
				showPause(conversation.id);
			}}
		></textarea>
	`;
}
