import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { CallView, CompanyNumber, OnCall } from "../../control/call-view.ts";
import { describeStatus } from "../../domain/calls/describe-status.ts";
import { formatDuration } from "../../domain/format-time.ts";
import { dials } from "../../domain/phones/derive-phone.ts";
import { formatNumber } from "../../domain/phones/format-number.ts";
import type { StatusWord } from "../../domain/status-word.ts";
import { deleteKey, setDialled } from "../../operations/dial-field.ts";
import { dialNumber } from "../../operations/drive-call.ts";
import { setBehaviour } from "../../operations/phones.ts";
import { change, draftOf, type Phone, state } from "../../state.ts";
import { avatarView } from "../avatar.ts";
import { behaviourView } from "../behaviour.ts";
import { backspaceIcon, handsetIcon } from "../icons.ts";
import { detailParty, nameParty } from "../name-party.ts";
import { readTypedNumber } from "../read-typed-number.ts";
import { captionsView } from "./captions.ts";
import { keypadView } from "./keypad.ts";
import { pressOnPhone } from "./press-on-phone.ts";

export function dialScreenView(phone: Phone, lastCall: CallView | null): TemplateResult {
	const draft = draftOf(phone.number);
	const ended = lastCall && lastCall.sid !== draft.dismissedSid ? lastCall : null;
	const hasHeard = ended?.heard.some((heard) => heard !== "[ringing]") ?? false;
	return html`
		<div class="screen dial-screen">
			<form
				class="dial"
				@submit=${(event: Event) => {
					event.preventDefault();
					void dialNumber(phone.number);
				}}
			>
				<input
					class="dialled"
					type="tel"
					name="number"
					aria-label="Number to call"
					placeholder="Number"
					autocomplete="off"
					.value=${live(draft.dialled)}
					@input=${(event: InputEvent) => setDialled(phone.number, readTypedNumber(event))}
				>
				<div class="dial-middle">
					${ended ? endedView(phone, ended, hasHeard) : nothing}
					${hasHeard ? quickDialView(phone) : favouritesView(phone)}
				</div>
				${keypadView((key) => pressOnPhone(phone, key), { writes: true })}
				<div class="dial-row">
					<button class="round call" aria-label="Call" title="Call">${handsetIcon}</button>
					<button
						type="button"
						class="plain backspace"
						aria-label="Delete"
						?disabled=${!draft.dialled}
						@click=${() => deleteKey(phone.number)}
					>
						${backspaceIcon}
					</button>
				</div>
			</form>
			${callBehaviourView(phone)}
		</div>
	`;
}

function favouritesView(phone: Phone): TemplateResult {
	const numbers = state.numbers;
	return html`
		<ul class="favourites" aria-label="Quick dial">
			${numbers.map(
				(one) => html`
					<li>
						<button
							type="button"
							class="row"
							@click=${() => dialListed(phone, one)}
						>
							${avatarView(one.phoneNumber)}
							<span class="row-text">
								<span class="visually-hidden">Dial </span>
								<span class="row-title">${nameParty(one.phoneNumber)}</span>
								<span class="row-detail">${detailParty(one.phoneNumber)}</span>
							</span>
						</button>
					</li>
				`,
			)}
		</ul>
	`;
}

function quickDialView(phone: Phone): TemplateResult {
	return html`
		<ul class="quick-dial" aria-label="Quick dial">
			${state.numbers.map(
				(one) => html`
					<li>
						<button type="button" class="chip" @click=${() => dialListed(phone, one)}>
							<span class="visually-hidden">Dial </span>${nameParty(one.phoneNumber)}
						</button>
					</li>
				`,
			)}
		</ul>
	`;
}

function dialListed(phone: Phone, { phoneNumber }: CompanyNumber): void {
	setDialled(phone.number, formatNumber(phoneNumber));
	void dialNumber(phone.number);
}

function endedView(phone: Phone, call: CallView, hasHeard: boolean): TemplateResult {
	const isOutgoing = dials(call, phone.number);
	const { word, tone } = isOutgoing ? describeStatus(call.status) : describeReceived(call);
	const party = isOutgoing ? call.to : call.from;
	const detail = detailParty(party);
	const seconds = call.answeredAt ? (call.durationSeconds ?? null) : null;
	return html`
		<div class="ended">
			<div class="ended-head">
				<span class="row-text">
					<span class="row-title">${nameParty(party)}</span>
					${detail ? html`<span class="row-detail party-number">${detail}</span>` : nothing}
					<span class="row-detail status" data-tone=${tone}>
						${word}${seconds === null ? nothing : ` · ${formatDuration(seconds)}`}
					</span>
				</span>
				<button
					type="button"
					class="plain"
					@click=${() => change(() => (draftOf(phone.number).dismissedSid = call.sid))}
				>
					Done
				</button>
			</div>
			${hasHeard ? captionsView(call) : nothing}
		</div>
	`;
}

function describeReceived(call: CallView): StatusWord {
	if (call.answeredAt) return describeStatus("completed");
	return call.status === "busy" ? { word: "Declined", tone: "calm" } : { word: "Missed", tone: "bad" };
}

const behaviours: { onCall: OnCall; seconds: number; label: string }[] = [
	{ onCall: "ring", seconds: 0, label: "Ring" },
	{ onCall: "answer", seconds: 0, label: "Mailbox at once" },
	{ onCall: "answer", seconds: 3, label: "Mailbox after 3 s" },
	{ onCall: "answer", seconds: 10, label: "Mailbox after 10 s" },
	{ onCall: "busy", seconds: 0, label: "Busy" },
	{ onCall: "reject", seconds: 0, label: "Reject" },
	{ onCall: "unreachable", seconds: 0, label: "Unreachable" },
];

function callBehaviourView(phone: Phone): TemplateResult {
	return behaviourView({
		label: "When called",
		behaviours,
		isCurrent: ({ onCall, seconds }) =>
			onCall === phone.onCall && (onCall !== "answer" || seconds === phone.answerAfterSeconds),
		onChoose: ({ onCall, seconds }) => void setBehaviour(phone.number, onCall, seconds),
	});
}
