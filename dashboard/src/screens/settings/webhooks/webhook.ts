import type { Webhook, WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { refresh } from "../../../api/resource.ts";
import { actionButton, buttonView } from "../../../parts/button.ts";
import { definitionsView } from "../../../parts/lists/definitions.ts";
import { openAlert } from "../../../parts/sheet.ts";
import { refusalLine } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { goTo } from "../../../router.ts";
import { can } from "../../../session/session.ts";
import { actionOf, forget } from "../../../state/actions.ts";
import { createStore } from "../../../state/store.ts";
import { logView } from "./log.ts";
import { webhooks } from "./resources.ts";
import { showEdit, showNewSecret } from "./sheets.ts";
import { describeStanding, eventWords, hostOf, statusOf } from "./words.ts";

const store = createStore<{ tested: { webhookId: string; delivery: WebhookDelivery } | null }>({
	tested: null,
});

export function webhookView(webhook: Webhook, listHref: string): View {
	const { url, description, events, lastDeliveredAt, previousSecretUntil, createdAt, createdBy } = webhook;
	return html`
		<p><a class="button" href=${listHref}>All Webhooks</a></p>
		<section class="webhooks-one">
			<h2 dir="auto">${description || hostOf(url)}</h2>
			<p>${statusView(statusOf(webhook))}</p>
			<p class="webhooks-standing">${describeStanding(webhook)}</p>
			${definitionsView([
				["Address", html`<span class="webhooks-address">${url}</span>`],
				["Events", events.map((event) => eventWords[event]).join(", ")],
				["Last delivery", lastDeliveredAt === null ? "None yet" : timeView(lastDeliveredAt, "moment")],
				[
					"Secret before",
					previousSecretUntil === null
						? "Signs no more"
						: html`Also signs until ${timeView(previousSecretUntil, "moment")}`,
				],
				[
					"Made",
					html`${timeView(createdAt, "moment")}${createdBy === null ? nothing : html` by ${createdBy}`}`,
				],
			])}
			${can("webhooks:write") ? waysView(webhook, listHref) : html`<p class="soft small">Only an owner or an admin may change it.</p>`}
		</section>
		${logView(webhook)}
	`;
}

function waysView(webhook: Webhook, listHref: string): View {
	const { id, isPaused, pausedReason } = webhook;
	const noSecret = pausedReason === "restored" ? "It needs a new secret first." : undefined;
	return html`
		<div class="webhooks-ways">
			${actionButton({
				name: testName(id),
				label: "Send Test",
				busyLabel: "Sending…",
				style: isPaused ? "normal" : "prominent",
				unavailable: noSecret,
				run: () => test(id),
			})}
			${actionButton({
				name: pauseName(id),
				label: isPaused ? "Resume" : "Pause",
				busyLabel: isPaused ? "Resuming…" : "Pausing…",
				style: isPaused && noSecret === undefined ? "prominent" : "normal",
				unavailable: noSecret,
				run: () => setPaused(webhook, !isPaused),
			})}
			${buttonView({ label: "Edit…", onPress: () => showEdit(webhook) })}
			${buttonView({ label: "New Secret…", onPress: () => showNewSecret(webhook) })}
			${buttonView({ label: "Delete…", style: "destructive", onPress: () => askToDelete(webhook, listHref) })}
		</div>
		<div class="webhooks-result" role="status">${resultView(id)}</div>
		${refusalLine(actionOf(pauseName(id)).refusal)}
	`;
}

const testName = (id: string) => `webhook-test/${id}`;
const pauseName = (id: string) => `webhook-pause/${id}`;

/** Its room is reserved, so that the log below does not move. */
function resultView(id: string): View {
	const { isBusy, refusal } = actionOf(testName(id));
	if (refusal) return refusalLine(refusal);
	const { tested } = store.state;
	if (isBusy || tested?.webhookId !== id) {
		return html`<p class="soft small">A test shows the receiver’s answer and changes nothing.</p>`;
	}
	const { statusCode, reason } = tested.delivery.tries[0] ?? { statusCode: null, reason: null };
	return reason === null
		? html`<p>${statusView({ word: "Test Delivered", tone: "good" })} The receiver answered ${statusCode}.</p>`
		: html`<p>${statusView({ word: "Test Failed", tone: "bad" })} ${reason}</p>`;
}

async function test(id: string): Promise<void> {
	const delivery = await ask(() => api.webhooks[":id"].test.$post({ param: { id } }));
	store.change((state) => {
		state.tested = { webhookId: id, delivery };
	});
}

async function setPaused({ id }: Webhook, isPaused: boolean): Promise<void> {
	forget(testName(id));
	await ask(() => api.webhooks[":id"].$put({ param: { id }, json: { isPaused } }));
	await refresh(webhooks);
}

function askToDelete({ id, url, description }: Webhook, listHref: string): void {
	openAlert({
		title: `Delete “${description || hostOf(url)}”?`,
		text: "Nothing more is sent to it, not even waiting events. Its secret and its log are deleted.",
		verb: "Delete Webhook",
		busyLabel: "Deleting…",
		run: async () => {
			await ask(() => api.webhooks[":id"].$delete({ param: { id } }));
			await refresh(webhooks);
			goTo(listHref, { replaces: true });
		},
	});
}
