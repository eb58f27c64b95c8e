import "../../../parts/forms/kept-form.css";
import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { Notices } from "@cloudpbx/contracts/news/notices";
import {
	type NoticeKind,
	type NoticeWay,
	noticeNight,
	noticeWays,
} from "@cloudpbx/contracts/words/notice-kinds";
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { prefetch } from "../../../api/resource.ts";
import { switchView } from "../../../parts/forms/field.ts";
import { settingsGroup } from "../../../parts/forms/setting.ts";
import { refusalLine, resourceView, skeletonView } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { can, useSession } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import type { SettingsPage } from "../settings-page.ts";
import { changeName, choose, noticesResource } from "./choices.ts";

const kinds: { kind: NoticeKind; label: string; scope: Scope | null; group: "calls" | "company" }[] = [
	{ kind: "missedCall", label: "Missed calls", scope: null, group: "calls" },
	{ kind: "voicemail", label: "Voicemail", scope: "voicemails:read", group: "calls" },
	{ kind: "conversationWaiting", label: "Conversations waiting", scope: "messages:send", group: "company" },
	{ kind: "campaignStopped", label: "Campaigns stopped", scope: "campaigns:read", group: "company" },
	{ kind: "campaignFinished", label: "Campaigns finished", scope: "campaigns:read", group: "company" },
	{ kind: "numberTrouble", label: "Numbers in trouble", scope: "numbers:read", group: "company" },
];
const wayWords: Record<NoticeWay, string> = { none: "None", text: "Text", email: "E-mail" };

export const page: SettingsPage = {
	load: () => {
		if (useSession()?.person) void prefetch(noticesResource);
	},
	view() {
		if (!useSession()?.person) {
			return html`<p class="settings-before">Notices are for people. An API key has none.</p>`;
		}
		return resourceView(noticesResource, choicesView, { skeleton: skeletonView(8) });
	},
};

function choicesView(notices: Notices): View {
	return html`
		${settingsGroup({
			title: "Your calls",
			rows: rowsOf("calls", notices),
			footer: `Calls that nobody took, to your extension and your groups, each told once. A voicemail is told with what it says.
				${can("calls:read") ? "Once you choose a way, you are also told of calls to the main line that reached nobody." : ""}`,
		})}
		${settingsGroup({ title: "The company", rows: rowsOf("company", notices), footer: "Many at once are told in one summary." })}
		${settingsGroup({
			title: "Night",
			rows: [
				switchView({
					label: "At Night Too",
					detail: `Otherwise what happens from ${noticeNight.fromHour - 12} pm to ${noticeNight.toHour} am comes in the morning, in one summary.`,
					isOn: notices.atNight,
					onChange: (atNight) => choose("atNight", atNight),
				}),
			],
		})}
		${refusalLine(actionOf(changeName).refusal)}
		${settingsGroup({ title: "Where it goes", rows: [emailRow(notices), phoneRow(notices)] })}
	`;
}

function rowsOf(wanted: "calls" | "company", notices: Notices): View[] {
	return kinds
		.filter(({ group, scope }) => group === wanted && (scope === null || can(scope)))
		.map(({ kind, label }) => choiceView(kind, label, notices));
}

function choiceView(kind: NoticeKind, label: string, notices: Notices): View {
	const chosen = notices[kind];
	const fault = findFault(chosen, notices);
	const id = `setting-${kind}`;
	return html`
		<div class="setting">
			<label class="setting-label" for=${id}>${label}</label>
			<select
				id=${id}
				class="input"
				aria-describedby=${fault === null ? nothing : `fault-${kind}`}
				@change=${(event: Event) => {
					const way = (event.currentTarget as HTMLSelectElement).value as NoticeWay;
					choose(kind, way);
				}}
			>
				${noticeWays.map((way) => html`<option value=${way} .selected=${live(way === chosen)}>${wayWords[way]}</option>`)}
			</select>
			${fault === null ? nothing : html`<p class="field-error" id="fault-${kind}">${fault}</p>`}
		</div>
	`;
}

function findFault(way: NoticeWay, { isEmailOn, phone, isPhoneOptedOut }: Notices): string | null {
	if (way === "email" && !isEmailOn) return "E-mail is switched off, so nothing arrives.";
	if (way !== "text") return null;
	if (phone === null) return "You have no telephone here, so nothing arrives.";
	return isPhoneOptedOut ? "Your telephone has texted STOP, so nothing arrives." : null;
}

function emailRow({ email, isEmailOn }: Notices): View {
	return html`
		<div class="setting">
			<span class="setting-label">E-mail</span>
			<span class="setting-value" dir="auto">${isEmailOn ? email : "Switched off"}</span>
			${isEmailOn ? nothing : html`<div class="field-hint">The person who installed CloudPBX can switch it on: with a domain in Cloudflare’s Email Service, deploy with <code>--notice-email-from</code> and an address of it.</div>`}
		</div>
	`;
}

function phoneRow({ phone, isPhoneOptedOut }: Notices): View {
	return html`
		<div class="setting">
			<span class="setting-label">Text</span>
			<span class="setting-value">${phone === null ? "No telephone" : formatNumber(phone)}</span>
			<div class="field-hint">${describePhone(phone, isPhoneOptedOut)}</div>
		</div>
	`;
}

function describePhone(phone: string | null, isPhoneOptedOut: boolean): string {
	if (phone === null) {
		return "Texts go to the first telephone of your extension. An admin sets it under Extensions.";
	}
	return isPhoneOptedOut
		? "It texted STOP to the company. Text START from it to the company’s number to get texts again."
		: "The first telephone of your extension. The company pays for each text.";
}
