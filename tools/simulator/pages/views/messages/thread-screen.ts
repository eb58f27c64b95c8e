import { html, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { listBubbles } from "../../domain/messages/list-bubbles.ts";
import { closeThread, listThreads } from "../../operations/threads.ts";
import type { Phone } from "../../state.ts";
import { avatarView } from "../avatar.ts";
import { backIcon } from "../icons.ts";
import { detailParty, nameParty } from "../name-party.ts";
import { bubbleView } from "./bubble.ts";
import { composeBarView } from "./compose-bar.ts";

export function threadScreenView(phone: Phone, party: string): TemplateResult {
	const thread = listThreads(phone.number).find((one) => one.party === party);
	const bubbles = listBubbles(phone.number, thread?.messages ?? []);
	const detail = detailParty(party);
	return html`
		<div class="screen thread-screen">
			<div class="thread-head">
				<button
					type="button"
					class="plain icon-only"
					aria-label="Back"
					title="Back"
					@click=${() => closeThread(phone.number)}
				>
					${backIcon}
				</button>
				${avatarView(party)}
				<div class="row-text">
					<h3 class="row-title">${nameParty(party)}</h3>
					${detail ? html`<p class="row-detail">${detail}</p>` : ""}
				</div>
			</div>
			<div class="bubbles" role="log" aria-label=${`Conversation with ${party}`} tabindex="0">
				<div class="bubbles-content">
					${bubbles.length === 0 ? html`<p class="no-texts">No texts yet</p>` : ""}
					${repeat(bubbles, ({ message }) => message.sid, bubbleView)}
				</div>
			</div>
			${composeBarView(phone, party)}
		</div>
	`;
}
