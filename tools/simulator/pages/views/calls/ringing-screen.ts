import { html, type TemplateResult } from "lit-html";
import type { CallView } from "../../control/call-view.ts";
import { answerCall, declineCall } from "../../operations/drive-call.ts";
import { avatarView } from "../avatar.ts";
import { handsetDownIcon, handsetIcon } from "../icons.ts";
import { detailParty, nameParty } from "../name-party.ts";

export function ringingScreenView(call: CallView): TemplateResult {
	return html`
		<div class="screen ringing-screen">
			<div class="party">
				${avatarView(call.from, "large")}
				<p class="party-name">${nameParty(call.from)}</p>
				<p class="party-number">${detailParty(call.from)}</p>
				<p class="party-state" role="status">Incoming call</p>
			</div>
			<div class="answer-row">
				<button type="button" class="round decline" aria-label="Decline" @click=${() => declineCall(call.sid)}>
					${handsetDownIcon}<span class="round-label" aria-hidden="true">Decline</span>
				</button>
				<button type="button" class="round call" aria-label="Answer" @click=${() => answerCall(call.sid)}>
					${handsetIcon}<span class="round-label" aria-hidden="true">Answer</span>
				</button>
			</div>
		</div>
	`;
}
