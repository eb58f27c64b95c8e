import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import {
	CreateWebhook,
	NewWebhook,
	UpdateWebhook,
	Webhook,
	WebhookDelivery,
	WebhookSecret,
} from "@cloudpbx/contracts/news/webhooks";
import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import {
	createWebhook,
	deleteWebhook,
	redeliver,
	rotateWebhookSecret,
	testWebhook,
	updateWebhook,
} from "../../operations/news/change-webhook.ts";
import { unwrap, unwrapBody } from "../../refusal-error.ts";
import { contextOf, IdParam, readFrom } from "../request.ts";

const tags = ["Webhooks"];
const DeliveryParam = IdParam.extend({ deliveryId: z.string().min(1).max(100) });

export const webhooks = createApi()
	.openapi(
		guardedRoute("webhooks:read", {
			method: "get",
			path: "/api/webhooks",
			tags,
			summary: "List webhooks",
			description: `Addresses of other software that hears what happens, ${webhookLimits.webhooks} at most, oldest first. Without their secrets.`,
			responses: { 200: jsonAnswer(pageOf(Webhook), "All of them.") },
		}),
		async (c) => {
			const items = await readFrom("messaging", c.env.MESSAGING.listWebhooks());
			return c.json({ items, nextCursor: null }, 200);
		},
	)
	.openapi(
		guardedRoute("webhooks:write", {
			method: "post",
			path: "/api/webhooks",
			tags,
			summary: "Make a webhook",
			description:
				"`secret` is shown only now. Each event is sent as `{ type, timestamp, data }`, signed as Standard Webhooks describe it (standardwebhooks.com), at least once. `data` is what this API shows of the thing when it is sent. The address is https and public.",
			request: { body: jsonBody(CreateWebhook) },
			responses: { 201: jsonAnswer(NewWebhook, "The webhook, with its secret.") },
		}),
		async (c) => c.json(unwrapBody(await createWebhook(contextOf(c), c.req.valid("json"))), 201),
	)
	.openapi(
		guardedRoute("webhooks:read", {
			method: "get",
			path: "/api/webhooks/{id}",
			tags,
			summary: "Get a webhook",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Webhook, "The webhook, without its secret.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			return c.json(await readFrom("messaging", c.env.MESSAGING.getWebhook(id)), 200);
		},
	)
	.openapi(
		guardedRoute("webhooks:write", {
			method: "put",
			path: "/api/webhooks/{id}",
			tags,
			summary: "Change, pause or resume a webhook",
			description: `Takes the whole object that GET gave, or only what changes. With \`isPaused\` nothing is sent; events of ${webhookLimits.keptDays} days wait, and go out when it is false again. An old \`version\` is refused (409), with both values.`,
			request: { params: IdParam, body: jsonBody(UpdateWebhook, Webhook) },
			responses: { 200: jsonAnswer(Webhook, "As it is now.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const change = c.req.valid("json");
			return c.json(unwrapBody(await updateWebhook(contextOf(c), id, change)), 200);
		},
	)
	.openapi(
		guardedRoute("webhooks:write", {
			method: "delete",
			path: "/api/webhooks/{id}",
			tags,
			summary: "Delete a webhook",
			description: "Nothing more is sent to the webhook; waiting deliveries are dropped.",
			request: { params: IdParam },
			responses: { 204: { description: "Deleted, with its secret and its log." } },
		}),
		async (c) => {
			unwrap(await deleteWebhook(contextOf(c), c.req.valid("param").id));
			return c.body(null, 204);
		},
	)
	.openapi(
		guardedRoute("webhooks:write", {
			method: "post",
			path: "/api/webhooks/{id}/secret",
			tags,
			summary: "Make a new secret",
			description: `\`secret\` is shown only now. For ${webhookLimits.previousSecretHours} hours each delivery has two signatures, one by the secret before, so that the receiver can change in its own time. A webhook of a restored company goes on by it.`,
			request: { params: IdParam },
			responses: { 200: jsonAnswer(WebhookSecret, "The new secret.") },
		}),
		async (c) => c.json(unwrap(await rotateWebhookSecret(contextOf(c), c.req.valid("param").id)), 200),
	)
	.openapi(
		guardedRoute("webhooks:write", {
			method: "post",
			path: "/api/webhooks/{id}/test",
			tags,
			summary: "Test a webhook",
			description: `Sends the event \`webhook.test\` now and once, to a paused webhook too, and answers what came of it, after ${webhookLimits.timeoutSeconds} seconds at most.`,
			request: { params: IdParam },
			responses: { 200: jsonAnswer(WebhookDelivery, "The test; `status` is `delivered` or `failed`.") },
		}),
		async (c) => c.json(unwrap(await testWebhook(contextOf(c), c.req.valid("param").id)), 200),
	)
	.openapi(
		guardedRoute("webhooks:read", {
			method: "get",
			path: "/api/webhooks/{id}/deliveries",
			tags,
			summary: "List the deliveries of a webhook",
			description: `The events of the last ${webhookLimits.keptDays} days that it was to hear of, latest first, each with its tries. What a receiver answers beside its status is not kept.`,
			request: { params: IdParam, query: PageQuery },
			responses: { 200: jsonAnswer(pageOf(WebhookDelivery), "One page.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			return c.json(
				await readFrom("messaging", c.env.MESSAGING.listWebhookDeliveries(id, c.req.valid("query"))),
				200,
			);
		},
	)
	.openapi(
		guardedRoute("webhooks:write", {
			method: "post",
			path: "/api/webhooks/{id}/deliveries/{deliveryId}/redeliver",
			tags,
			summary: "Deliver an event again",
			description:
				"Works after any earlier result. The delivery has the same `webhook-id` and the present data.",
			request: { params: DeliveryParam },
			responses: { 202: jsonAnswer(WebhookDelivery, "The text is sent within seconds.") },
		}),
		async (c) => {
			const { id, deliveryId } = c.req.valid("param");
			return c.json(unwrap(await redeliver(contextOf(c), id, deliveryId)), 202);
		},
	);
