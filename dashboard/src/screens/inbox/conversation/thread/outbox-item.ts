import { html, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import type { View } from "../../../../parts/view.ts";
import type { OutboxItem } from "../../domain/outbox-item.ts";
import { deleteUnsent, undoSend } from "../../operations/send-reply.ts";
import { sendAgain, sendNow } from "../../outbox/outbox.ts";
import { bodyView } from "./text.ts";

export function outboxItemView(item: OutboxItem): TemplateResult {
	return html`
		<article class="inbox-text" data-side="outbound" data-author="person" data-last data-state=${item.state} aria-label="You, not sent yet">
			<div class="inbox-bubble">${bodyView(item.text)}</div>
			<div class="inbox-text-foot">${keyed(item.state, footView(item))}</div>
		</article>
	`;
}

function footView(item: OutboxItem): View {
	const { id, state, refusal, attempts } = item;
	if (state === "held") {
		return html`
			<span class="inbox-undo-clock"></span><span class="visually-hidden">Sends in a moment.</span>
			<button type="button" class="button" data-undo=${id} aria-keyshortcuts="Meta+Z Control+Z" @click=${() => undoSend(id)}>Undo</button>
			<button type="button" class="button" data-style="plain" @click=${() => sendNow(id)}>Send Now</button>
		`;
	}
	if (state === "sending" || (state === "waiting" && refusal === null)) return html`<span>Sending</span>`;
	if (state === "waiting") {
		return html`
			<span>${navigator.onLine ? `Not sent yet. Trying again${attempts > 1 ? ` (${attempts})` : ""}…` : "Sends when connected"}</span>
			<button type="button" class="button" data-style="plain" @click=${() => deleteUnsent(item)}>Delete</button>
		`;
	}
	return html`
		<span class="inbox-text-failure">Not sent${refusal ? html`: ${refusal.detail}` : "."}</span>
		<button type="button" class="button" data-style="plain" @click=${() => sendAgain(id)}>Try Again</button>
		<button type="button" class="button" data-style="plain" @click=${() => deleteUnsent(item)}>Delete</button>
	`;
}
