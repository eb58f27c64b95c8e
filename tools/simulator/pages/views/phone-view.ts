import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { derivePhone, type PhoneState } from "../domain/phones/derive-phone.ts";
import { describePhone } from "../domain/phones/describe-phone.ts";
import { formatNumber } from "../domain/phones/format-number.ts";
import { focusPhone } from "../operations/drive-call.ts";
import { draftOf, type Phone, state } from "../state.ts";
import { avatarView } from "./avatar.ts";
import { callScreenView } from "./calls/call-screen.ts";
import { dialScreenView } from "./calls/dial-screen.ts";
import { ringingScreenView } from "./calls/ringing-screen.ts";
import { openPhoneSettings } from "./dialogs.ts";
import { moreIcon } from "./icons.ts";
import { messagesScreenView } from "./messages/messages-screen.ts";
import { phoneId } from "./show-phone.ts";
import { tabBarView } from "./tab-bar.ts";

export function phoneView(phone: Phone): TemplateResult {
	const now = derivePhone(phone.number, state.calls.values());
	const focus = () => focusPhone(phone.number);
	return html`
		<section
			class="phone"
			id=${phoneId(phone)}
			aria-label=${`Phone ${phone.number}`}
			data-number=${phone.number}
			data-state=${now.kind}
			?data-focused=${state.focusedNumber === phone.number}
			tabindex="-1"
			@focusin=${focus}
			@pointerdown=${focus}
		>
			<header class="phone-head">
				${avatarView(phone.number)}
				<div class="row-text">
					<h2 class="row-title">${phone.name}</h2>
					<p class="row-detail">${formatNumber(phone.number)}</p>
				</div>
				<span class="phone-state" data-state=${now.kind}>${describePhone(now)}</span>
				${now.kind === "idle" ? settingsButtonView(phone) : nothing}
			</header>
			${keyed(screenKey(phone, now), screenView(phone, now))}
			${now.kind === "idle" ? tabBarView(phone) : nothing}
		</section>
	`;
}

function settingsButtonView(phone: Phone): TemplateResult {
	return html`
		<button
			type="button"
			class="plain icon-only"
			aria-label="Phone Settings…"
			title="Phone Settings…"
			@click=${() => openPhoneSettings(phone)}
		>
			${moreIcon}
		</button>
	`;
}

function screenKey(phone: Phone, { kind }: PhoneState): string {
	const { tab, thread } = draftOf(phone.number);
	if (kind === "idle") return `${tab} ${thread ?? ""}`;
	return kind === "ringing" ? kind : "call";
}

function screenView(phone: Phone, now: PhoneState): TemplateResult {
	if (now.kind === "idle" && draftOf(phone.number).tab === "messages") return messagesScreenView(phone);
	if (now.kind === "idle") return dialScreenView(phone, now.lastCall);
	if (now.kind === "ringing") return ringingScreenView(now.call);
	return callScreenView(phone, now.call);
}
