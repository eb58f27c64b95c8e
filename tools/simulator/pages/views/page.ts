import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { derivePhone } from "../domain/phones/derive-phone.ts";
import { describePhone } from "../domain/phones/describe-phone.ts";
import { dismissNotice } from "../operations/attempt.ts";
import { focusPhone } from "../operations/drive-call.ts";
import { countUnread } from "../operations/threads.ts";
import { state } from "../state.ts";
import { addPhoneDialogView, openDialog, phoneSettingsView, resetDialogView } from "./dialogs.ts";
import { plusIcon } from "./icons.ts";
import { inspectorView } from "./inspector/inspector.ts";
import { phoneView } from "./phone-view.ts";
import { showPhone } from "./show-phone.ts";
import { toolbarView } from "./toolbar.ts";

export function pageView(): TemplateResult {
	return html`
		${toolbarView()}
		${
			state.connection === "lost"
				? html`<p class="banner" role="alert">
						<span class="spinner" aria-hidden="true"></span>The phone network is not answering. Connecting again…
					</p>`
				: nothing
		}
		${switcherView()}
		<main class="desk">
			<div class="phones" @scroll=${followSwipe} @scrollend=${focusInSight}>
				${repeat(state.phones, (phone) => phone.number, phoneView)}
				${state.phones.length === 0 ? noPhonesView() : nothing}
			</div>
			${inspectorView()}
		</main>
		<p class="visually-hidden" role="alert">${ringingWords()}</p>
		<div class="notices" role="status">${noticeView()}</div>
		${addPhoneDialogView()} ${phoneSettingsView()} ${resetDialogView()}
	`;
}

function noticeView(): TemplateResult | typeof nothing {
	const { notice } = state;
	if (!notice) return nothing;
	return html`
		<div class="notice">
			<p>${notice.text}</p>
			${
				notice.action
					? html`<button
							type="button"
							class="plain"
							@click=${() => {
								dismissNotice();
								notice.action?.run();
							}}
						>
							${notice.action.label}
						</button>`
					: nothing
			}
		</div>
	`;
}

function ringingWords(): string {
	return state.phones
		.filter((phone) => derivePhone(phone.number, state.calls.values()).kind === "ringing")
		.map((phone) => `${phone.name} is ringing.`)
		.join(" ");
}

function switcherView(): TemplateResult {
	return html`
		<nav class="switcher" aria-label="Phones">
			${state.phones.map((phone) => {
				const now = derivePhone(phone.number, state.calls.values());
				const unread = countUnread(phone.number);
				return html`
					<button
						type="button"
						data-state=${now.kind}
						aria-current=${state.focusedNumber === phone.number ? "true" : "false"}
						@click=${() => showPhone(phone)}
					>
						<span class="switcher-name">${phone.name}</span>
						<span class="switcher-state" ?data-unread=${unread > 0}>${now.kind === "idle" && unread > 0 ? countTexts(unread) : describePhone(now)}</span>
					</button>
				`;
			})}
		</nav>
	`;
}

function countTexts(unread: number): string {
	return unread === 1 ? "1 new text" : `${unread} new texts`;
}

/** Longer than the pause between scroll events, for browsers without `scrollend`. */
const swipeSettlesMilliseconds = 160;
let swipe: ReturnType<typeof setTimeout> | undefined;

function followSwipe(event: Event): void {
	const row = event.currentTarget as HTMLElement;
	if ("onscrollend" in row) return;
	clearTimeout(swipe);
	swipe = setTimeout(() => focusNearest(row), swipeSettlesMilliseconds);
}

function focusInSight(event: Event): void {
	focusNearest(event.currentTarget as HTMLElement);
}

/** In a narrow page the phone in the middle is focused. */
function focusNearest(row: HTMLElement): void {
	if (row.scrollWidth <= row.clientWidth) return;
	const middle = row.scrollLeft + row.clientWidth / 2;
	const distance = (phone: HTMLElement) => Math.abs(phone.offsetLeft + phone.offsetWidth / 2 - middle);
	const [nearest] = [...row.querySelectorAll<HTMLElement>(".phone")].sort(
		(a, b) => distance(a) - distance(b),
	);
	if (!nearest?.dataset.number) return;
	focusPhone(nearest.dataset.number);
	queueMicrotask(() => {
		const chosen = document.querySelector(".switcher [aria-current=true]");
		chosen?.scrollIntoView({ inline: "nearest", block: "nearest" });
	});
}

function noPhonesView(): TemplateResult {
	return html`
		<div class="no-phones">
			<h2>No Phones</h2>
			<p>Add one to call the company, or to be called by it.</p>
			<button type="button" class="tool" @click=${() => openDialog("add-phone")}>${plusIcon}<span>Add Phone…</span></button>
		</div>
	`;
}
