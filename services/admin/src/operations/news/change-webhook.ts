import type { Result } from "@cloudpbx/contracts/errors";
import type {
	CreateWebhook,
	NewWebhook,
	UpdateWebhook,
	Webhook,
	WebhookDelivery,
	WebhookSecret,
} from "@cloudpbx/contracts/news/webhooks";
import type { WebhookEvent } from "@cloudpbx/contracts/words/webhook-words";
import { askService } from "../../ask-service.ts";
import type { ActorContext, CallerContext } from "../../context.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { missingEventScope } from "../../domain/news/missing-event-scope.ts";
import { type Principal, refuseLacking, toActor } from "../../domain/people/principal.ts";
import { recordDone, recordIfUnknown, recordOutcome } from "../audit/record-change.ts";

/** Messaging decides and writes; its changes are recorded here. */
export async function createWebhook(ctx: CallerContext, input: CreateWebhook): Promise<Result<NewWebhook>> {
	const lacking = refuseEvents(ctx.principal, input.events);
	if (lacking) return lacking;
	const action = "webhook.create";
	const created = await askService("messaging", ctx.messaging.createWebhook(input, toActor(ctx.principal)));
	if (created.ok) {
		const { id } = created.value;
		await recordDone(ctx, { action, target: { kind: "webhook", id }, after: owned(created.value) });
	} else {
		const after = owned({ ...input, isPaused: false });
		await recordIfUnknown(ctx, created, { action, target: { kind: "webhook", id: null }, after });
	}
	return created;
}

export async function updateWebhook(
	ctx: CallerContext,
	id: string,
	change: UpdateWebhook,
): Promise<Result<Webhook>> {
	const current = await askService("messaging", ctx.messaging.getWebhook(id));
	if (!current.ok) return current;
	const isSentElsewhere = change.url !== undefined || change.events !== undefined;
	const lacking = isSentElsewhere && refuseEvents(ctx.principal, change.events ?? current.value.events);
	if (lacking) return lacking;
	const updated = await askService("messaging", ctx.messaging.updateWebhook(id, change));
	const changed = updated.ok ? changedFields(owned(current.value), owned(updated.value)) : null;
	if (changed !== null) await recordDone(ctx, { action: "webhook.update", target: targetOf(id), ...changed });
	return updated;
}

export async function deleteWebhook(ctx: ActorContext, id: string): Promise<Result<null>> {
	const current = await askService("messaging", ctx.messaging.getWebhook(id));
	if (!current.ok) return current;
	const deleted = await askService("messaging", ctx.messaging.deleteWebhook(id));
	const change = { action: "webhook.delete", target: targetOf(id), before: owned(current.value) };
	await recordOutcome(ctx, deleted, change);
	return deleted;
}

export async function rotateWebhookSecret(ctx: ActorContext, id: string): Promise<Result<WebhookSecret>> {
	const rotated = await askService("messaging", ctx.messaging.rotateWebhookSecret(id));
	const change = { action: "webhook.secret", target: targetOf(id) };
	await recordOutcome(ctx, rotated, change);
	return rotated;
}

export async function testWebhook(ctx: ActorContext, id: string): Promise<Result<WebhookDelivery>> {
	const tested = await askService("messaging", ctx.messaging.testWebhook(id));
	if (tested.ok) {
		const { status } = tested.value;
		await recordDone(ctx, { action: "webhook.test", target: targetOf(id), after: { status } });
	}
	return tested;
}

export async function redeliver(
	ctx: ActorContext,
	id: string,
	deliveryId: string,
): Promise<Result<WebhookDelivery>> {
	const again = await askService("messaging", ctx.messaging.redeliver(id, deliveryId));
	if (again.ok) {
		await recordDone(ctx, { action: "webhook.redeliver", target: targetOf(id), after: { deliveryId } });
	}
	return again;
}

function refuseEvents(person: Principal, events: readonly WebhookEvent[]) {
	const scope = missingEventScope(person, events);
	return scope === null ? null : refuseLacking(scope);
}

function targetOf(id: string) {
	return { kind: "webhook", id };
}

function owned({
	url,
	events,
	description,
	isPaused,
}: Pick<Webhook, "url" | "events" | "description" | "isPaused">) {
	return { host: URL.canParse(url) ? new URL(url).host : null, events, description, isPaused };
}
