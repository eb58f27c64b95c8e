import { html, nothing, type TemplateResult } from "lit-html";
import { stopSpeaking } from "../../audio/speak-calls.ts";
import type { CallView, WaitKind } from "../../control/call-view.ts";
import { findOfferedKey } from "../../domain/calls/find-offered-key.ts";
import { findPartner } from "../../domain/calls/find-partner.ts";
import { formatDuration } from "../../domain/format-time.ts";
import { dials } from "../../domain/phones/derive-phone.ts";
import { hangUpCall } from "../../operations/drive-call.ts";
import { findRecording, finishRecording } from "../../operations/record-message.ts";
import { networkNow } from "../../operations/set-network.ts";
import { change, draftOf, type Phone, state } from "../../state.ts";
import { avatarView } from "../avatar.ts";
import { handsetDownIcon } from "../icons.ts";
import { nameParty } from "../name-party.ts";
import { captionsView } from "./captions.ts";
import { keypadView } from "./keypad.ts";
import { messagePanelView } from "./message-panel.ts";
import { pressOnPhone } from "./press-on-phone.ts";
import { sayBarView } from "./say-bar.ts";

const hints: Record<WaitKind, string> = {
	digits: "Waiting for a key",
	speech: "Listening to you",
	"digits speech": "Listening: speak or press a key",
	record: "Recording",
	ring: "Ringing",
	queue: "On hold",
};

export function callScreenView(phone: Phone, call: CallView): TemplateResult {
	const wait = call.waitingFor?.kind ?? null;
	const message = draftOf(phone.number).message;
	const records = wait === "record" && !message.showsKeypad;
	const isHeld = state.held?.sid === call.sid;
	return html`
		<div class="screen call-screen">
			${dials(call, phone.number) ? dialledView(call) : partyLineView(call.from, timeOf(call))}
			${captionsView(call)}
			<p class="hint" role="status" data-wait=${wait ?? ""}>
				${wait ? html`<span class="hint-dot"></span>${isHeld ? "The line waits for you" : (hints[wait] ?? wait)}` : nothing}
				${
					wait === "record"
						? html`<button
								type="button"
								class="plain"
								@click=${() => change(() => (message.showsKeypad = !message.showsKeypad))}
							>
								${message.showsKeypad ? "Message" : "Keypad"}
							</button>`
						: nothing
				}
			</p>
			${dials(call, phone.number) ? nothing : offeredKeyView(phone, call)}
			${wait?.includes("speech") || isConversation(call) ? sayBarView(phone, call) : nothing}
			${
				records
					? messagePanelView(phone, call)
					: keypadView((key) => pressOnPhone(phone, key), { glows: wait?.includes("digits") ?? false })
			}
			<button
				type="button"
				class="round end"
				aria-label="Hang Up"
				title="Hang Up"
				@click=${() => endCall(phone, call)}
			>
				${handsetDownIcon}
			</button>
		</div>
	`;
}

function offeredKeyView(phone: Phone, call: CallView): TemplateResult | typeof nothing {
	const offer = findOfferedKey(call);
	if (!offer) return nothing;
	return html`
		<button type="button" class="offered-key" @click=${() => pressOnPhone(phone, offer.key)}>
			<span class="offered-digit">${offer.key}</span> ${offer.label}
		</button>
	`;
}

function dialledView(call: CallView): TemplateResult {
	const partner = findPartner(call);
	if (!partner || partner.to === call.to) return partyLineView(call.to, timeOf(call));
	const time = timeOf(state.calls.get(partner.sid) ?? call);
	return partyLineView(partner.to, `${time} · via ${nameParty(call.to)}`);
}

function partyLineView(party: string, detail: string): TemplateResult {
	return html`
		<div class="party-line">
			${avatarView(party)}
			<div class="row-text">
				<p class="row-title">${nameParty(party)}</p>
				<p class="row-detail timer">${detail}</p>
			</div>
		</div>
	`;
}

function timeOf(call: CallView): string {
	if (call.status !== "in-progress" || !call.answeredAt) return "Calling…";
	return formatDuration(networkNow() - (call.answeredAtNetworkSeconds ?? networkNow()));
}

/** Hanging up while speaking after the beep leaves the words. */
function endCall(phone: Phone, call: CallView): void {
	stopSpeaking();
	if (findRecording(call.sid))
		void finishRecording(call.sid, "hangup", draftOf(phone.number).message.transcript);
	else void hangUpCall(call.sid);
}

/** Both people on a line hear each other. */
function isConversation(call: CallView): boolean {
	if (call.status !== "in-progress" || call.waitingFor) return false;
	return call.direction !== "inbound" || call.legs.some((leg) => leg.status === "in-progress");
}
