import type { NewWebhook } from "@cloudpbx/contracts/news/webhooks";
import { type WebhookEvent, webhookEvents } from "@cloudpbx/contracts/words/webhook-words";
import { officeEvents, webhookDeliveries, webhookSecrets, webhooks } from "@cloudpbx/db/schema/events";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { beforeAll, beforeEach, vi } from "vitest";
import type { Context } from "../../../src/context.ts";
import { drainEvents } from "../../../src/events/drain-events.ts";
import { listDeliveries } from "../../../src/webhook-deliveries/list-deliveries.ts";
import { runWebhook } from "../../../src/webhook-deliveries/run-webhook.ts";
import { createWebhook } from "../../../src/webhooks/create-webhook.ts";
import { getWebhook } from "../../../src/webhooks/webhook-row.ts";
import { db, foundCompany } from "../company.ts";
import { Workshop } from "../workshop.ts";
import { Receiver } from "./receiver.ts";

export const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
export const url = "https://receiver.acme.co/cloudpbx";
export let shop: Workshop;
export let receiver: Receiver;
export let ctx: Context;
let texts = 0;

/** Call it once in each file. */
export function setUpWebhooks(): void {
	beforeAll(foundCompany);

	beforeEach(async () => {
		vi.unstubAllGlobals();
		shop = new Workshop();
		receiver = new Receiver().install();
		ctx = shop.messaging;
		await db.batch([
			db.delete(officeEvents),
			db.delete(webhookDeliveries),
			db.delete(webhookSecrets),
			db.delete(webhooks),
			db.delete(calls),
			db.delete(voicemails),
		]);
	});
}

export async function create(events: readonly WebhookEvent[] = webhookEvents, at = url): Promise<NewWebhook> {
	const made = await createWebhook(ctx, { url: at, events: [...events], description: "" }, olivia);
	if (!made.ok) throw new Error(made.error.message);
	return made.value;
}

export async function text(body = "Hello"): Promise<void> {
	await shop.text(body, { from: `+1415555${2000 + ++texts}` });
	await drainEvents(ctx);
}

/** Delivers due queue messages until none is left, or until this time has passed. */
export async function work(seconds = 3600): Promise<void> {
	const until = shop.at.getTime() + seconds * 1000;
	for (;;) {
		const [next] = shop.webhookJobs.sort((one, other) => one.dueAt - other.dueAt);
		if (next === undefined || next.dueAt > until) return;
		shop.webhookJobs.shift();
		if (next.dueAt > shop.at.getTime()) shop.at = new Date(next.dueAt);
		await runWebhook(ctx, next.job.webhookId);
	}
}

export async function deliveriesOf({ id }: { id: string }) {
	const page = await listDeliveries(ctx, id, { limit: 200 });
	if (!page.ok) throw new Error(page.error.message);
	return page.value.items;
}

export async function stateOf({ id }: { id: string }) {
	const found = await getWebhook(ctx, id);
	return found.ok ? found.value : null;
}

export const down = () => {
	throw new TypeError("Network connection lost.");
};
