import type { DeliveryTry, Webhook, WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { loadMore, moreOf } from "../../../api/pages.ts";
import { patch } from "../../../api/resource.ts";
import { actionButton } from "../../../parts/button.ts";
import { refusalLine, resourceView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { countOf } from "../../../words/counts.ts";
import { formatMilliseconds } from "../../../words/times.ts";
import { deliveriesOf, readAgain } from "./resources.ts";
import { deliveryWords, nameEvent } from "./words.ts";

const refreshName = "webhook-log";

export function logView(webhook: Webhook): View {
	const resource = deliveriesOf(webhook.id);
	return html`
		<section class="group-section">
			<div class="webhooks-log-head">
				<h2 class="group-title">Deliveries</h2>
				${actionButton({ name: refreshName, label: "Refresh", busyLabel: "Reading…", style: "plain", run: () => readAgain(webhook.id) })}
			</div>
			${refusalLine(actionOf(refreshName).refusal)}
			${resourceView(resource, ({ items, nextCursor }) =>
				items.length === 0
					? html`<p class="soft webhooks-none">Nothing has been sent within ${webhookLimits.keptDays} days.</p>`
					: html`
							<ul class="group" aria-label="Deliveries">
								${repeat(
									items,
									({ id }) => id,
									(one) => html`<li>${deliveryView(webhook, one)}</li>`,
								)}
							</ul>
							${nextCursor === null ? nothing : html`<div class="more">${actionButton({ name: moreOf(resource), label: "Load More", busyLabel: "Loading…", run: () => loadMore(resource) })}</div>`}
							<p class="group-footer">Kept for ${webhookLimits.keptDays} days. What a receiver answers beside its status is not kept.</p>
						`,
			)}
		</section>
	`;
}

function deliveryView(webhook: Webhook, one: WebhookDelivery): View {
	const { id, type, status, createdAt, nextTryAt, tries } = one;
	const again = `webhook-again/${id}`;
	return html`
		<details class="webhooks-delivery">
			<summary class="row">
				<span class="row-text">
					<span class="row-line"><span class="row-title">${nameEvent(type)}</span><span class="row-time">${timeView(createdAt)}</span></span>
					<span class="row-detail">${formatLast(one)}</span>
				</span>
				<span class="row-trailing">${statusView(deliveryWords[status])}</span>
			</summary>
			<div class="webhooks-tries">
				<ol>${tries.map((tried) => html`<li>${tryView(tried)}</li>`)}</ol>
				${nextTryAt === null ? nothing : html`<p class="soft small">Tried next ${timeView(nextTryAt, "moment")}.</p>`}
				${status === "dropped" ? html`<p class="soft small">Its subject has been erased, or has changed since.</p>` : nothing}
				<p class="soft small"><code>${type}</code> · <code class="webhooks-address">${id}</code></p>
				${
					can("webhooks:write")
						? html`${actionButton({
								name: again,
								label: "Deliver Again",
								busyLabel: "Asking…",
								unavailable: webhook.isPaused ? "The webhook is paused: resume it first." : undefined,
								run: () => deliverAgain(webhook.id, id),
							})}${refusalLine(actionOf(again).refusal)}`
						: nothing
				}
			</div>
		</details>
	`;
}

function formatLast({ status, tries }: WebhookDelivery): string {
	const last = tries.at(-1);
	if (!last) return status === "dropped" ? "Never sent" : "Not tried yet";
	const count = countOf(tries.length, { one: "try", other: "tries" });
	return last.reason === null ? `${count} · answered ${last.statusCode}` : `${count} · ${last.reason}`;
}

function tryView({ at, status, statusCode, reason, durationSeconds }: DeliveryTry): View {
	const duration = formatMilliseconds(durationSeconds * 1000);
	return html`
		<p>${timeView(at, "moment")} · ${duration}</p>
		<p class="small">${statusView({ word: status === "delivered" ? "Taken" : "Failed", tone: status === "delivered" ? "good" : "bad" })} ${reason ?? `Answered ${statusCode}.`}</p>
	`;
}

async function deliverAgain(webhookId: string, deliveryId: string): Promise<void> {
	const param = { id: webhookId, deliveryId };
	await ask(() => api.webhooks[":id"].deliveries[":deliveryId"].redeliver.$post({ param }));
	patch(deliveriesOf(webhookId), ({ items, nextCursor }) => ({
		items: items.map((one) => (one.id === deliveryId ? { ...one, status: "pending" as const } : one)),
		nextCursor,
	}));
}
