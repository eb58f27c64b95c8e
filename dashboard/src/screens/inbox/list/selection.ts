import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { peek } from "../../../api/resource.ts";
import { actionButton } from "../../../parts/button.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { Place } from "../../../router.ts";
import { actionOf } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { countOf } from "../../../words/counts.ts";
import { closeConversations } from "../operations/close.ts";
import { markSeveralRead } from "../operations/mark-read.ts";
import { chosenIn, conversationsOf } from "../resources/conversations.ts";

/** Null: rows are links. Otherwise rows are chosen for an action on several. */
const store = createStore<{ ids: Set<string> | null }>({ ids: null });
const readName = "inbox/read-several";
const closeName = "inbox/close-several";

export function isSelecting(): boolean {
	return store.state.ids !== null;
}

export function beginSelection(): void {
	store.change((state) => (state.ids = new Set()));
}

export function endSelection(): void {
	store.change((state) => (state.ids = null));
}

export function selectionBox({ id }: Conversation, name: string): TemplateResult {
	return html`<input
		type="checkbox"
		class="inbox-select-box"
		aria-label="Select ${name}"
		.checked=${live(store.state.ids?.has(id) ?? false)}
		@change=${(event: Event) => {
			const { checked } = event.currentTarget as HTMLInputElement;
			store.change(({ ids }) => void (checked ? ids?.add(id) : ids?.delete(id)));
		}}
	>`;
}

export function selectionBar(place: Place): TemplateResult {
	const chosen = selectedIn(place);
	const unavailable = chosen.length === 0 ? "Select conversations first." : undefined;
	const refusal = actionOf(readName).refusal ?? actionOf(closeName).refusal;
	return html`
		<div class="inbox-selection-bar" role="group" aria-label="Selected conversations">
			<p role="status">${countOf(chosen.length, { one: "selected", other: "selected" })}</p>
			${actionButton({ name: readName, label: "Mark Read", busyLabel: "Marking…", unavailable, run: () => finish(markSeveralRead(chosen)) })}
			${actionButton({ name: closeName, label: "Close", busyLabel: "Closing…", unavailable, run: () => finish(closeConversations(chosen)) })}
			${refusalLine(refusal)}
		</div>
	`;
}

function selectedIn(place: Place): Conversation[] {
	const { ids } = store.state;
	return (peek(conversationsOf(chosenIn(place)))?.items ?? []).filter(({ id }) => ids?.has(id));
}

async function finish(work: Promise<void>): Promise<void> {
	await work;
	endSelection();
}
