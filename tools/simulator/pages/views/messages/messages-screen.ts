import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { OnMessage } from "../../control/message-view.ts";
import { formatClock } from "../../domain/format-time.ts";
import type { Thread } from "../../domain/messages/group-threads.ts";
import { setTextBehaviour } from "../../operations/phones.ts";
import { countUnreadIn, listThreads, openThread, openTyped } from "../../operations/threads.ts";
import { change, draftOf, type Phone, state } from "../../state.ts";
import { avatarView } from "../avatar.ts";
import { behaviourView } from "../behaviour.ts";
import { detailParty, nameParty } from "../name-party.ts";
import { readTypedNumber } from "../read-typed-number.ts";
import { phoneId } from "../show-phone.ts";
import { threadScreenView } from "./thread-screen.ts";

export function messagesScreenView(phone: Phone): TemplateResult {
	const { thread } = draftOf(phone.number);
	return thread === null ? threadListView(phone) : threadScreenView(phone, thread);
}

function threadListView(phone: Phone): TemplateResult {
	const threads = listThreads(phone.number);
	const others = state.numbers.filter(({ phoneNumber }) =>
		threads.every(({ party }) => party !== phoneNumber),
	);
	return html`
		<div class="screen threads-screen">
			${recipientView(phone)}
			<div class="threads">
				${threads.length > 0 ? html`<ul>${threads.map((thread) => threadRowView(phone, thread))}</ul>` : nothing}
				${others.length > 0 ? html`<h3>${threads.length > 0 ? "Also at the Company" : "Text the Company"}</h3>` : nothing}
				<ul>
					${others.map((one) =>
						rowView({
							phone,
							party: one.phoneNumber,
							detail: html`<span class="row-detail">${detailParty(one.phoneNumber)}</span>`,
						}),
					)}
				</ul>
			</div>
			${textBehaviourView(phone)}
		</div>
	`;
}

function recipientView(phone: Phone): TemplateResult {
	const draft = draftOf(phone.number);
	return html`
		<form
			class="recipient"
			@submit=${(event: Event) => {
				event.preventDefault();
				openTyped(phone.number);
				writeIn(phone);
			}}
		>
			<input
				class="dialled"
				type="tel"
				aria-label="Number to text"
				placeholder="Text a Number"
				autocomplete="off"
				.value=${live(draft.recipient)}
				@input=${(event: InputEvent) => {
					const typed = readTypedNumber(event);
					change(() => (draft.recipient = typed));
				}}
			>
			${draft.recipient ? html`<button class="plain">Text</button>` : nothing}
		</form>
	`;
}

/** On a touch screen the keyboard would cover the conversation. */
function writeIn(phone: Phone): void {
	if (!matchMedia("(pointer: fine)").matches) return;
	queueMicrotask(() => document.querySelector<HTMLElement>(`#${phoneId(phone)} .compose textarea`)?.focus());
}

function threadRowView(phone: Phone, thread: Thread): TemplateResult {
	const last = thread.messages.at(-1);
	const unread = countUnreadIn(phone.number, thread);
	const words = last?.body || (last?.media.length ? "Picture" : "Empty text");
	return rowView({
		phone,
		party: thread.party,
		unread,
		at: last?.at,
		detail: html`<span class="row-detail">${last?.from === phone.number ? `You: ${words}` : words}</span>`,
	});
}

function rowView(row: {
	phone: Phone;
	party: string;
	detail: TemplateResult;
	unread?: number;
	at?: string | undefined;
}): TemplateResult {
	const { phone, party, detail, unread = 0, at } = row;
	return html`
		<li>
			<button type="button" class="row" ?data-unread=${unread > 0} @click=${() => {
				openThread(phone.number, party);
				writeIn(phone);
			}}>
				${avatarView(party)}
				<span class="row-text">
					<span class="row-title">${nameParty(party)}</span>
					${detail}
				</span>
				<span class="row-side">
					${at ? html`<time class="row-time" datetime=${at}>${formatClock(at)}</time>` : nothing}
					${unread > 0 ? html`<span class="unread"><span class="visually-hidden">${unread} new</span></span>` : nothing}
				</span>
			</button>
		</li>
	`;
}

const behaviours: { onMessage: OnMessage; errorCode: number | null; label: string }[] = [
	{ onMessage: "deliver", errorCode: null, label: "Receive" },
	{ onMessage: "undelivered", errorCode: 30003, label: "Unreachable" },
	{ onMessage: "undelivered", errorCode: 30005, label: "Unknown phone" },
	{ onMessage: "undelivered", errorCode: 30006, label: "Landline" },
	{ onMessage: "undelivered", errorCode: 30007, label: "Filter as spam" },
	{ onMessage: "fail", errorCode: 30008, label: "Fail" },
];

function textBehaviourView(phone: Phone): TemplateResult {
	const { onMessage = "deliver", errorCode = null } = phone;
	return behaviourView({
		label: "When texted",
		behaviours,
		isCurrent: (one) => one.onMessage === onMessage && one.errorCode === errorCode,
		onChoose: (chosen) => void setTextBehaviour(phone.number, chosen.onMessage, chosen.errorCode),
	});
}
