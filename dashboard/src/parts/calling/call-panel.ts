import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import { html, nothing, render } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { type Refusal, toRefusal } from "../../api/refusal.ts";
import { can } from "../../session/session.ts";
import { actionOf, forget } from "../../state/actions.ts";
import { createStore, onChange } from "../../state/store.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { callOutcomeWords } from "../../words/statuses.ts";
import { formatDuration } from "../../words/times.ts";
import { actionButton } from "../button.ts";
import { closeIcon } from "../icons.ts";
import { refusalLine } from "../states.ts";
import { statusView } from "../status.ts";
import type { View } from "../view.ts";
import { runningTimeView } from "./running-time.ts";
import "./call-panel.css";

/** Polling interval: agents get no news of calls. */
const askMilliseconds = 1000;
const hangingUp = "call-out/hang-up";

interface Panel {
	number: string | null;
	call: CallOutProgress | null;
	refusal: Refusal | null;
}

const store = createStore<Panel>({ number: null, call: null, refusal: null });
let root: HTMLElement | null = null;

/** Places the call. Resolves when it has ended or was refused. */
export async function followCall(number: string): Promise<void> {
	show({ number, call: null, refusal: null });
	forget(hangingUp);
	try {
		const json = { to: number, id: newCallId() };
		show({ call: await ask(() => api.calls.$post({ json })) });
		while (isRunning()) await followOnce();
	} catch (error) {
		show({ refusal: toRefusal(error), call: null });
	}
}

/** Makes a repeated request the same call, such as after a sign-in. */
function newCallId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return `call_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

const isRunning = () => store.state.call !== null && store.state.call.state !== "ended";

async function followOnce(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, askMilliseconds));
	const id = store.state.call?.id;
	if (id === undefined || !isRunning()) return;
	try {
		const call = await ask(() => api.calls[":id"].progress.$get({ param: { id } }));
		if (isRunning()) show({ call });
	} catch (error) {
		// The call goes on without a network.
		if (toRefusal(error).code !== "offline") throw error;
	}
}

async function hangUp(id: string): Promise<void> {
	show({ call: await ask(() => api.calls[":id"]["hang-up"].$post({ param: { id } })) });
}

function show(change: Partial<Panel>): void {
	if (root === null) {
		root = document.body.appendChild(document.createElement("div"));
		onChange(() => queueMicrotask(draw));
	}
	store.change((state) => Object.assign(state, change));
}

function dismiss(): void {
	show({ number: null, call: null, refusal: null });
}

function draw(): void {
	const { number } = store.state;
	if (!root) return;
	render(number === null ? nothing : panelView(number), root);
	const panel = root.querySelector<HTMLElement>(":scope > [popover]:not(:popover-open)");
	panel?.showPopover();
}

function panelView(number: string): View {
	const { call, refusal } = store.state;
	const isOver = refusal !== null || call?.state === "ended";
	return html`
		<section class="call-panel" popover="manual" aria-label="Call">
			<header>
				<h2 class="call-panel-number">${formatNumber(number)}</h2>
				${isOver ? html`<button type="button" class="button" data-style="plain" data-icon-only aria-label="Dismiss" title="Dismiss" @click=${dismiss}>${closeIcon}</button>` : nothing}
			</header>
			<div class="call-panel-state" role="status">${refusal ? nothing : stateView(call)}</div>
			${refusalLine(refusal ?? actionOf(hangingUp).refusal)}
			${call && !isOver ? html`<div class="call-panel-ways">${endView(call)}</div>` : nothing}
			${call && isOver && can("calls:read") ? html`<p class="small"><a href="/calls/${call.id}">Show the Call</a></p>` : nothing}
		</section>
	`;
}

function endView({ id, state }: CallOutProgress): View {
	return actionButton({
		name: hangingUp,
		label: state === "ringing_own" ? "Cancel" : "Hang Up",
		busyLabel: "Hanging Up…",
		style: "destructive",
		run: () => hangUp(id),
	});
}

function stateView(call: CallOutProgress | null): View {
	if (call === null) return statusView({ word: "Calling…", tone: "busy" });
	switch (call.state) {
		case "ringing_own":
			return html`${statusView({ word: namePhones(call.phones), tone: "busy" })}<p class="soft small">Pick up and press 1, then the number is called.</p>`;
		case "ringing_other":
			return statusView({ word: "Rings at the other end", tone: "busy" });
		case "talking":
			return html`<span class="call-panel-talk">${statusView({ word: "Connected", tone: "good" })}${runningTimeView(call.answeredAt ?? call.startedAt)}</span>`;
		case "ended":
			return endedView(call);
	}
}

function namePhones(phones: readonly string[]): string {
	const [first] = phones;
	if (first === undefined) return "Rings your telephone";
	const endings = new Intl.ListFormat("en", { type: "conjunction" }).format(phones);
	return phones.length === 1
		? `Rings your telephone ending ${first}`
		: `Rings your telephones ending ${endings}`;
}

function endedView({ outcome, talkSeconds }: CallOutProgress): View {
	const words = outcome === null ? ({ word: "Ended", tone: "quiet" } as const) : callOutcomeWords[outcome];
	const talked = talkSeconds
		? html`<p class="soft small">Talked for ${formatDuration(talkSeconds)}</p>`
		: nothing;
	const why =
		outcome === "not_taken"
			? html`<p class="soft small">Nobody pressed 1 on your telephone, so the number was not called.</p>`
			: nothing;
	return html`${statusView(words)}${talked}${why}`;
}
